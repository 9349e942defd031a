import { isAbsolute, relative } from 'node:path'
import { emptyTally, type Tally } from './tally.ts'

type Assertion = { fullName: string; status: string; failureMessages?: string[] | null }
type File = { name: string; status: string; message?: string; assertionResults: Assertion[] }
export type VitestResults = { testResults: File[] }

export function tallyVitest({ testResults }: VitestResults, root: string): Tally {
  const tally = emptyTally()
  for (const file of testResults) {
    const name = isAbsolute(file.name) ? relative(root, file.name) : file.name
    for (const test of file.assertionResults) count(tally, name, test)
    const toldWhy = file.assertionResults.some(({ status }) => status === 'failed')
    // A file that fails outside its tests (an import, a hook) has no failed test to show for it.
    if (file.status === 'failed' && !toldWhy) fail(tally, `${name}: ${firstLine(file.message)}`)
  }
  return tally
}

function count(tally: Tally, file: string, { fullName, status, failureMessages }: Assertion) {
  if (status === 'passed') tally.passed++
  else if (status === 'failed') fail(tally, `${file}: ${fullName}\n${firstLine(failureMessages?.[0])}`)
  else tally.notRun.push(`${file}: ${fullName} (${status})`)
}

function fail(tally: Tally, what: string) {
  tally.failed++
  tally.failures.push(what)
}

function firstLine(message: string | undefined) {
  return message?.split('\n')[0] || 'the file itself failed'
}
