import { isAbsolute, relative } from 'node:path'
import { emptyTally, type Tally } from './tally.ts'

type Assertion = { fullName: string; status: string; tags?: string[]; failureMessages?: string[] | null }
type File = { name: string; status: string; message?: string; assertionResults: Assertion[] }
export type VitestResults = { testResults: File[] }

export function tallyVitest({ testResults }: VitestResults, root: string): Tally {
  const tally = emptyTally()
  for (const file of testResults) {
    const name = nameOf(file, root)
    for (const test of file.assertionResults) count(tally, name, test)
    const toldWhy = file.assertionResults.some(({ status }) => status === 'failed')
    // A file that fails outside its tests (an import, a hook) has no failed test to show for it.
    if (file.status === 'failed' && !toldWhy) fail(tally, `${name}: ${firstLine(file.message)}`)
  }
  return tally
}

const nameOf = ({ name }: File, root: string) => (isAbsolute(name) ? relative(root, name) : name)

export function failedFiles({ testResults }: VitestResults, root: string): string[] {
  return testResults.filter(({ status }) => status === 'failed').map((file) => nameOf(file, root))
}

/** The results of the first run with those of the files that ran again in their places, and what failed in the first alone. */
export function afterSecondTry(first: VitestResults, again: VitestResults, root: string): Tally {
  const anew = new Map(again.testResults.map((file) => [file.name, file]))
  const tally = tallyVitest({ testResults: first.testResults.map((file) => anew.get(file.name) ?? file) }, root)
  const still = new Set(tally.failures.map(firstLine))
  tally.secondTry = tallyVitest(first, root).failures.filter((failure) => !still.has(firstLine(failure)))
  return tally
}

function count(tally: Tally, file: string, { fullName, status, tags, failureMessages }: Assertion) {
  if (status === 'passed') tally.passed++
  else if (status === 'failed') fail(tally, `${file}: ${fullName}\n${firstLine(failureMessages?.[0])}`)
  // that the long ones were left out is said once, for all of them
  else if (!tags?.includes('long')) tally.notRun.push(`${file}: ${fullName} (${status})`)
}

function fail(tally: Tally, what: string) {
  tally.failed++
  tally.failures.push(what)
}

function firstLine(message: string | undefined) {
  return message?.split('\n')[0] || 'the file itself failed'
}
