import { emptyTally, type Tally } from './tally.ts'

type Failure = { message?: string }
type Test = { status: string; results: { error?: Failure }[] }
type Suite = { title: string; suites?: Suite[]; specs?: { title: string; file: string; tests: Test[] }[] }
export type PlaywrightResults = { suites: Suite[]; errors: Failure[] }

export function tallyPlaywright({ suites, errors }: PlaywrightResults): Tally {
  const tally = emptyTally()
  for (const suite of suites) addSuite(tally, suite)
  for (const { message } of errors) fail(tally, `e2e: ${firstLine(message)}`)
  return tally
}

function addSuite(tally: Tally, suite: Suite) {
  for (const inner of suite.suites ?? []) addSuite(tally, inner)
  for (const { title, file, tests } of suite.specs ?? []) {
    for (const { status, results } of tests) {
      const name = `e2e/${file}: ${title}`
      if (status === 'expected') tally.passed++
      else if (status === 'skipped') tally.notRun.push(`${name} (skipped)`)
      else {
        const said = `${name}\n${firstLine(results.find(({ error }) => error)?.error?.message)}`
        if (status === 'flaky') {
          tally.passed++
          tally.secondTry.push(said)
        } else fail(tally, said)
      }
    }
  }
}

function fail(tally: Tally, what: string) {
  tally.failed++
  tally.failures.push(what)
}

/** Playwright colours its messages. */
function firstLine(message: string | undefined) {
  // oxlint-disable-next-line no-control-regex -- the escape character is what colours are made of
  return message?.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n')[0] || 'failed without a message'
}
