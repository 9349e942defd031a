import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take about half a minute and more. Begun last, one of them would keep a single processor busy at the end. */
const longest = [
  'src/start/crash-loop.test.ts',
  'src/workflow/model.test.ts',
  'src/start/stop.test.ts',
  'src/interactions/crash.test.ts',
  'src/start/two-of-each.test.ts',
  'src/conversation/mail-in/storm.test.ts',
  'src/security/logs.test.ts',
  'src/server/db/embedded/embedded-start.test.ts',
  'src/server/db/embedded/embedded-sharing.test.ts',
  'src/start/permission-grid/permission-grid.test.ts',
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
