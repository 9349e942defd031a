import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../fixtures')

/** A mail as it comes in; {{names}} in it are filled, as bytes, so that no charset suffers. */
export function fixture(name: string, values: Record<string, string> = {}): Buffer {
  let raw = readFileSync(join(folder, `${name}.eml`)).toString('latin1')
  for (const [key, value] of Object.entries(values)) raw = raw.replaceAll(`{{${key}}}`, value)
  return Buffer.from(raw, 'latin1')
}

export const allFixtures = (): string[] => readdirSync(folder).map((file) => file.replace(/\.eml$/u, ''))
