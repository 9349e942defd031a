import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../server/config.ts'

/** The secret that signs sessions and tokens: given, or made once and kept in the data folder for its owner alone. */
export async function secretOf(config: Config): Promise<string> {
  if (config.secret) return config.secret
  const file = join(config.data, 'secret')
  try {
    // 'wx': of two processes that start at once, one makes it and both read it
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
