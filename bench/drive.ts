import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Run } from './closed-loop.ts'
import type { Task } from './driver.ts'

export type Drive = { run(task: Task): Promise<Run>; stop(): void }

/** The driver's process, asked one thing at a time. A wrong answer ends the whole: figures of errors are worth nothing. */
export function openDrive(): Drive {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'driver.ts'), { serialization: 'advanced' })
  return {
    async run(task) {
      child.send(task)
      const run = await new Promise<Run>((resolve, reject) => {
        child.once('message', (done) => resolve(done as Run))
        child.once('exit', () => reject(new Error('the driver ended')))
      })
      child.removeAllListeners('exit')
      if (run.failures.length > 0) throw new Error(`Wrong answers:\n${run.failures.join('\n')}`)
      return run
    },
    stop: () => child.disconnect(),
  }
}
