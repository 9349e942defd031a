import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tallyPlaywright } from './playwright-results.ts'
import { addUp, emptyTally, summary, withRunner } from './tally.ts'
import { worthSecondTry } from './second-try.ts'
import { afterSecondTry, failedFiles, tallyVitest } from './vitest-results.ts'

const good = { ok: true, ended: 'exit 0' }
const bad = { ok: false, ended: 'exit 1' }

test('tests, failures and what did not run are counted from the results of vitest', () => {
  const tally = tallyVitest(
    {
      testResults: [
        {
          name: '/desk/src/a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'works', status: 'passed' },
            { fullName: 'breaks', status: 'failed', failureMessages: ['expected 1 to be 2\n    at a.test.ts'] },
            { fullName: 'waits', status: 'skipped' },
            { fullName: 'is left to test:long', status: 'skipped', tags: ['long'] },
          ],
        },
        { name: '/desk/src/b.test.ts', status: 'failed', message: 'cannot find c.ts', assertionResults: [] },
      ],
    },
    '/desk',
  )
  expect(tally).toEqual({
    passed: 1,
    failed: 2,
    failures: ['src/a.test.ts: breaks\nexpected 1 to be 2', 'src/b.test.ts: cannot find c.ts'],
    secondTry: [],
    notRun: ['src/a.test.ts: waits (skipped)'],
  })
})

test('a file that ran again stands with what it came to then, and what it said first is kept', () => {
  const file = (name: string, ...statuses: string[]) => ({
    name: `/desk/src/${name}`,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status, failureMessages: ['no'] })),
  })
  const first = { testResults: [file('a.test.ts', 'failed', 'passed', 'failed'), file('b.test.ts', 'passed')] }
  expect(failedFiles(first, '/desk')).toEqual(['src/a.test.ts'])
  const again = { testResults: [file('a.test.ts', 'passed', 'passed', 'failed')] }
  expect(afterSecondTry(first, again, '/desk')).toEqual({
    passed: 3,
    failed: 1,
    failures: ['src/a.test.ts: test 2\nno'],
    secondTry: ['src/a.test.ts: test 0\nno'],
    notRun: [],
  })
})

test('what searches at random or kills has no second try, nor have many files at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-again-'))
  const files = ['calm', 'searching', 'killing'].map((name) => `${name}.test.ts`)
  writeFileSync(join(folder, 'calm.test.ts'), "test('waits')")
  writeFileSync(join(folder, 'searching.test.ts'), "import fc from 'fast-check'")
  writeFileSync(join(folder, 'killing.test.ts'), "child.kill('SIGKILL')")
  expect(worthSecondTry(files, folder)).toEqual(['calm.test.ts'])
  expect(worthSecondTry(Array(6).fill('calm.test.ts'), folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('journeys are counted from the results of playwright, in suites within suites', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [message ? { error: { message } } : {}] }],
  })
  const inner = { title: 'inner', specs: [spec('breaks', 'unexpected', '\u001B[31mgone\u001B[39m\n at')] }
  const specs = [spec('works', 'expected'), spec('waits', 'skipped'), spec('hurries', 'flaky', 'too early')]
  const suites = [{ title: 'outer', suites: [inner], specs }]
  expect(tallyPlaywright({ suites, errors: [{ message: 'no browser' }] })).toEqual({
    passed: 2,
    failed: 2,
    failures: ['e2e/a.spec.ts: breaks\ngone', 'e2e: no browser'],
    secondTry: ['e2e/a.spec.ts: hurries\ntoo early'],
    notRun: ['e2e/a.spec.ts: waits (skipped)'],
  })
})

test('a runner that tells nothing, ends badly without a failure, or runs no test, is a failure', () => {
  const passed = { ...emptyTally(), passed: 3 }
  expect(withRunner(undefined, 'vitest', bad)).toMatchObject({ passed: 0, failed: 1 })
  expect(withRunner(passed, 'vitest', bad)).toMatchObject({ passed: 3, failed: 1 })
  expect(withRunner(emptyTally(), 'vitest', good)).toMatchObject({ passed: 0, failed: 1 })
  expect(withRunner(passed, 'vitest', good)).toBe(passed)
  const failed = { ...emptyTally(), failed: 2 }
  expect(withRunner(failed, 'vitest', bad)).toBe(failed)
})

test('the last line says what passed and failed, alone, after the failures and what did not run', () => {
  const total = addUp([
    { passed: 2, failed: 1, failures: ['a breaks\nbecause'], secondTry: [], notRun: [] },
    {
      passed: 3,
      failed: 0,
      failures: [],
      secondTry: ['b hurries'],
      notRun: ['dovecot: not installed: apt-get install dovecot-imapd'],
    },
  ])
  expect(summary(total).split('\n')).toEqual([
    '',
    'Failed:',
    '  a breaks',
    '    because',
    '',
    'Failed first, passed when run again alone:',
    '  b hurries',
    '',
    'Did not run:',
    '  dovecot: not installed: apt-get install dovecot-imapd',
    '',
    '5 passed, 1 failed',
  ])
  expect(summary(emptyTally()).split('\n').at(-1)).toBe('0 passed, 0 failed')
})
