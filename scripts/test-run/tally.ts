/** What one part of the test run came to. What failed first and passed when it ran again is among the passed and named in `secondTry`. */
export type Tally = { passed: number; failed: number; failures: string[]; secondTry: string[]; notRun: string[] }

export const emptyTally = (): Tally => ({ passed: 0, failed: 0, failures: [], secondTry: [], notRun: [] })

export function addUp(tallies: readonly Tally[]): Tally {
  const total = emptyTally()
  for (const { passed, failed, failures, secondTry, notRun } of tallies) {
    total.passed += passed
    total.failed += failed
    total.failures.push(...failures)
    total.secondTry.push(...secondTry)
    total.notRun.push(...notRun)
  }
  return total
}

/** A runner that fell over, or ended badly without naming a failed test, is a failure itself. */
export function withRunner(tally: Tally | undefined, runner: string, ran: { ok: boolean; ended: string }): Tally {
  if (!tally) return failure(`${runner} told no results (${ran.ended})`)
  const silent = !ran.ok && tally.failed === 0
  if (silent) return addUp([tally, failure(`${runner} ended badly although no test failed (${ran.ended})`)])
  if (tally.passed + tally.failed === 0) return addUp([tally, failure(`${runner} ran no test`)])
  return tally
}

function failure(what: string): Tally {
  return { ...emptyTally(), failed: 1, failures: [what] }
}

/** The last line is alone and in this form, whatever happened: programs read it. */
export function summary({ passed, failed, failures, secondTry, notRun }: Tally) {
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [title, ...lines.map((line) => `  ${line.replaceAll('\n', '\n    ')}`), ''] : []
  return [
    '',
    ...section('Failed:', failures),
    ...section('Failed first, passed when run again alone:', secondTry),
    ...section('Did not run:', notRun),
    `${passed} passed, ${failed} failed`,
  ].join('\n')
}
