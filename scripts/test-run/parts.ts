import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkBudgets } from '../budgets.ts'
import { check } from '../check.ts'
import { root, runTool } from '../run-tool.ts'
import { type PlaywrightResults, tallyPlaywright } from './playwright-results.ts'
import { emptyTally, type Tally, withRunner } from './tally.ts'
import { worthSecondTry } from './second-try.ts'
import { afterSecondTry, failedFiles, tallyVitest, type VitestResults } from './vitest-results.ts'

/** Where the runners leave their results, and tests of optional software say what they missed. */
export const resultsFolder = join(root, 'node_modules/.cache/sanad-test')

export type Choice = { long: boolean; rest: readonly string[]; alone: boolean }

/** Whoever names what is to run gets all of it, what is tagged long too. */
const withLong = ({ long, rest }: Choice): boolean => long || rest.length > 0

export const parts: Record<string, (choice: Choice) => Promise<Tally>> = {
  check: runCheck,
  budgets: runBudgets,
  unit: runUnit,
  e2e: runEndToEnd,
}

async function runCheck(): Promise<Tally> {
  const steps = await check()
  const failed = steps.filter(({ ok }) => !ok).map(({ name }) => `check: ${name} (its findings stand above)`)
  return { ...emptyTally(), passed: steps.length - failed.length, failed: failed.length, failures: failed }
}

async function runBudgets(): Promise<Tally> {
  const { figures, offences } = await checkBudgets(join(root, 'dist'))
  for (const figure of figures) console.log(`ok     ${figure}`)
  for (const offence of offences) console.log(`FAILED ${offence}`)
  return { ...emptyTally(), passed: figures.length, failed: offences.length, failures: [...offences] }
}

async function runUnit(choice: Choice): Promise<Tally> {
  const { rest, alone } = choice
  const long = withLong(choice)
  const first = await runVitest(rest, long)
  const tally = withRunner(first.told && tallyVitest(first.told, root), 'vitest', first.ran)
  const again = alone || !first.told ? [] : worthSecondTry(failedFiles(first.told, root), root)
  if (!first.told || again.length === 0) return tally
  console.log(`\n── unit, again: ${again.join(', ')}`)
  const second = await runVitest(again, long)
  return second.told ? afterSecondTry(first.told, second.told, root) : tally
}

async function runVitest(rest: readonly string[], long: boolean) {
  const results = join(resultsFolder, 'vitest.json')
  rmSync(results, { force: true })
  const filter = long ? [] : ['--tags-filter=!long']
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...filter, ...rest]
  const ran = await runTool('vitest', args, { show: true, minutes: 120, env: { LONG: long ? '1' : '' } })
  return { ran, told: readResults(results) as VitestResults | undefined }
}

async function runEndToEnd(choice: Choice): Promise<Tally> {
  const { rest, alone } = choice
  const journeys = globSync('e2e/*.spec.ts', { cwd: root })
  if (journeys.length === 0 && !alone) return { ...emptyTally(), notRun: ['e2e: there is no e2e/*.spec.ts'] }
  const results = join(resultsFolder, 'playwright.json')
  rmSync(results, { force: true })
  const ran = await runTool('playwright', ['test', ...(alone ? [] : ['--retries=1']), ...rest], {
    show: true,
    minutes: 120,
    env: { SHORT: withLong(choice) ? '' : '1', ...(alone ? {} : { SANAD_SHOTS: 'off' }) },
  })
  const told = readResults(results) as PlaywrightResults | undefined
  return withRunner(told && tallyPlaywright(told), 'playwright', ran)
}

function readResults(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
