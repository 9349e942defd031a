import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** More than these fail for a reason that stays. */
const most = 5

/** What searches at random, kills or races may find the same fault once in many runs: its first finding counts. */
const findsByChance = /fast-check|seed|kill|\braces?\b|at once/i

/**
 * The test files (paths from the root) that run a second time, alone, after a run of everything: a machine that does ten
 * things at once shows faults of a test's patience that it does not show alone. They are named at the end all the same
 * (decision 104).
 */
export function worthSecondTry(failed: readonly string[], root: string): string[] {
  if (failed.length > most) return []
  return failed.filter((file) => !findsByChance.test(readFileSync(join(root, file), 'utf8')))
}
