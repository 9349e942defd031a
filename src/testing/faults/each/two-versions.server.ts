import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../fault.ts'
import { outcomeOf } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene } from '../scene.server.ts'

const root = join(import.meta.dirname, '../../../..')
const git = (...args: string[]): string | null => {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** The version before the newest migration: it knows an older schema than the one that it will meet. */
function olderVersion(): string | null {
  const newest = git('log', '-1', '--format=%H', '--diff-filter=A', '--', 'migrations')
  return newest ? git('rev-parse', '--verify', '--quiet', `${newest}~1`) : null
}
const older = olderVersion()

export const twoVersions: Fault = {
  name: 'servers and workers of two versions at once',
  ...(older ? {} : { notRun: 'needs the history of versions: a clone by git, not a copy of its newest files' }),
  async run(full) {
    const folder = mkdtempSync(join(tmpdir(), 'sanad-older-'))
    const tree = join(folder, 'sanad')
    if (git('worktree', 'add', '--detach', tree, older!) === null)
      throw new Error('git made no tree of the older version')
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    const scene = await openScene()
    const running = await Promise.all([
      mustStart('server', { ...scene.environment, SANAD_WORKER: 'off' }, tree),
      mustStart('worker', scene.environment, tree),
      mustStart('server', { ...scene.environment, SANAD_WORKER: 'off' }),
      mustStart('worker', scene.environment),
    ])
    try {
      const driver = scene.driver('versions', () => [running[0].address, running[2].address])
      const amount = full ? 1_000 : 150
      await driver.run(amount, 6)
      // the older ones go, as they do in an upgrade one by one, while people are at work
      const busy = driver.run(amount, 6)
      await running[1].stop()
      await running[0].stop()
      await busy
      await scene.settled()
      return await outcomeOf(scene, `beside ${older!.slice(0, 12)}, which knows an older schema; then that one stops`)
    } finally {
      for (const each of running) await each.stop()
      await scene.close()
      git('worktree', 'remove', '--force', tree)
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
