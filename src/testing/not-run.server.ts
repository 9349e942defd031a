import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A test that cannot run here says so in the closing lines of the whole run, with what would make it run. */
export function notRun(name: string, reason: string): void {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/sanad-test')
  mkdirSync(folder, { recursive: true })
  appendFileSync(join(folder, 'not-run.txt'), `${name}: ${reason}\n`)
}
