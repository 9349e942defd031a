import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Past this a file is asking for a name to split on, catalogs included. */
const longest = 400

export function checkFileSizes(source: string) {
  return globSync('**/*.{ts,tsx,css}', { cwd: source }).flatMap((name) => {
    const lines = readFileSync(join(source, name), 'utf8').trimEnd().split('\n').length
    return lines > longest ? [`${name} has ${lines} lines; none may pass ${longest}`] : []
  })
}
