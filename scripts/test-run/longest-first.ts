import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take some ten seconds and more, as they took at last. Begun last, one of them would keep a single processor busy at the end. */
const longest = [
  'src/start/crash-loop.test.ts',
  'src/workflow/model.test.ts',
  'src/start/stop.test.ts',
  'src/interactions/crash.test.ts',
  'src/conversation/mail-in/storm.test.ts',
  'src/server/db/embedded/embedded-crash.test.ts',
  'src/start/permission-grid/permission-grid.test.ts',
  'src/security/logs.test.ts',
  'src/start/two-of-each.test.ts',
  'src/server/db/embedded/embedded-start.test.ts',
  'src/users/import/import-runs.test.ts',
  'src/users/import/import.test.ts',
  'src/permissions/roles.test.ts',
  'src/users/registration/registration.test.ts',
  'src/start/fuzz/interface-fuzz.test.ts',
  'src/start/permission-grid/states.test.ts',
  'src/start/backup/drill.test.ts',
  'src/server/db/embedded/embedded-sharing.test.ts',
  'src/conversation/mail-in/read-mailboxes.test.ts',
  'src/users/second-factor/second-factor.test.ts',
  'src/server/db/embedded/embedded-refusals.test.ts',
  'src/statistics/figures.test.ts',
  'src/start/backup/epoch.test.ts',
  'src/users/mailed-links/link-look.test.ts',
  'src/workflow/table.test.ts',
  'scripts/dev.test.ts',
  'scripts/prepare/prepare.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(name))
      return found === -1 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
