import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parts, resultsFolder } from './test-run/parts.ts'
import { addUp, emptyTally, summary, type Tally } from './test-run/tally.ts'

const usage = `npm test                 every part, without what is tagged long
npm test -- PART [...]   one part alone: ${Object.keys(parts).join(', ')}; what follows goes to its runner
npm run test:long        everything`

const given = process.argv.slice(2)
const long = given.includes('--long')
const [wanted, ...rest] = given.filter((each) => each !== '--long')

if (wanted !== undefined && !(wanted in parts)) {
  console.error(usage)
  process.exitCode = 2
} else {
  await testEverything(wanted === undefined ? Object.keys(parts) : [wanted])
}

async function testEverything(names: readonly string[]) {
  const missed = join(resultsFolder, 'not-run.txt')
  mkdirSync(resultsFolder, { recursive: true })
  rmSync(missed, { force: true })

  const tallies: Tally[] = []
  for (const name of names) tallies.push(await runPart(name, names.length === 1))
  const notRun = existsSync(missed) ? readFileSync(missed, 'utf8').split('\n').filter(Boolean) : []
  if (!long && wanted === undefined) notRun.unshift('what is tagged long: npm run test:long runs it too')
  const total = addUp([...tallies, { ...emptyTally(), notRun: [...new Set(notRun)] }])

  console.log(summary(total))
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

async function runPart(name: string, alone: boolean): Promise<Tally> {
  console.log(`\n── ${name}`)
  try {
    return (await parts[name]?.({ long, rest, alone })) ?? emptyTally()
  } catch (error) {
    console.error(error)
    return {
      ...emptyTally(),
      failed: 1,
      failures: [`${name}: ${error instanceof Error ? error.message : String(error)}`],
    }
  }
}
