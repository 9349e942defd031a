import { resolve } from 'node:path'
import { cycleOffences, offencesAgainst } from './imports/offences.ts'
import { matcher } from './imports/patterns.ts'
import { type Modules, readModules } from './imports/read-modules.ts'
import { headings, importRules, insideOf, others } from './imports/rules.ts'

/** Tests and the roots may import anyone; round in a circle not even they. */
const isExempt = matcher(['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'start/**'])

/** The event row is appended where it is recorded, the one file that writes rows without saying so in its name. */
const maySayWrites = matcher(['**/*.write.server.ts', 'events/record.server.ts'])
const isOfHeading = matcher(insideOf(headings))

/** Everything under `source` that breaks a rule, one sentence each. Reading nothing is breaking the first rule. */
export function checkImportRules(source: string) {
  const modules = readModules(source)
  if (modules.size === 0) return { modules: 0, offences: [`no module was read in ${source}`] }
  const offences = [
    ...[...modules.values()].flatMap(({ name, complaints }) => complaints.map((complaint) => `${name} ${complaint}`)),
    ...strangeFolders(modules),
    ...cycleOffences(modules),
    ...offencesAgainst(importRules, modules, isExempt),
    ...strayWrites(modules),
  ]
  return { modules: modules.size, offences }
}

/** A folder that no rule names would escape them all. */
function strangeFolders(modules: Modules) {
  const folders = new Set(
    [...modules.keys()].filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? ''),
  )
  const known = new Set([...headings, ...others])
  return [...folders]
    .filter((folder) => !known.has(folder))
    .map((folder) => `${folder}/ is unknown to scripts/import-rules.ts: say there what it may reach`)
}

function strayWrites(modules: Modules) {
  return [...modules.values()]
    .filter(({ name }) => isOfHeading(name) && !maySayWrites(name) && !isExempt(name))
    .flatMap(({ name, writes }) =>
      writes.map(
        ({ line, what }) => `a heading writes its own: ${name}:${line} ${what} (only *.write.server.ts changes rows)`,
      ),
    )
}

if (import.meta.main) {
  const { modules, offences } = checkImportRules(resolve(import.meta.dirname, '../src'))
  for (const offence of offences) console.log(offence)
  console.log(`${modules} modules read, ${offences.length} offences`)
  process.exitCode = offences.length > 0 ? 1 : 0
}
