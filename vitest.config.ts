import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/test-run/longest-first.ts'

const long = process.env.LONG === '1'
const exclude = [...configDefaults.exclude, ...(long ? [] : ['**/*.long.test.{ts,tsx}'])]

export default defineConfig({
  test: {
    // Each file has a database of its own, cloned from one template: files may run side by side.
    fileParallelism: true,
    pool: 'forks',
    // a process takes file after file and reads the product once: a fifth less work than one for each. What a file puts in
    // place it takes away again, as each does with its database; the clock of the process it leaves alone, since ids that
    // were made in a later hour are never followed by earlier ones.
    isolate: false,
    // two for each of two processors: more of them cost processor time (142 s for three each, 112 s for one) and win none
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // a crowded machine is slow, not wrong: nothing here is judged by the clock
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    // A test left with `.only` would pass for the whole.
    allowOnly: false,
    // what `npm run test:long` alone runs: see docs/decisions/0129
    tags: [{ name: 'long' }],
    projects: [
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude,
          globalSetup: 'src/testing/global-setup.ts',
        },
      },
      { extends: true, test: { name: 'scripts', include: ['scripts/**/*.test.ts'], exclude } },
    ],
  },
})
