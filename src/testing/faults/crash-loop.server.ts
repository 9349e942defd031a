import { setTimeout as pause } from 'node:timers/promises'
import type { Failpoint } from '../../server/failpoint.server.ts'
import { startProcess, type Running } from './processes.server.ts'
import type { Scene } from './scene.server.ts'

const points: Record<'server' | 'worker', Failpoint[]> = {
  server: ['before-commit', 'after-commit'],
  worker: [
    'in-telling-before-commit',
    'in-telling-after-commit',
    'after-claim',
    'after-connect',
    'after-data',
    'before-mark',
    'after-mark',
    'in-back-off',
  ],
}
/** Of these a mail may have gone out already whose mark is not there yet. */
const betweenDataAndMark = new Set<string>(['after-data', 'before-mark', 'at any moment'])
/** A failpoint that nothing passes, or a process that is not there yet: killed anyway, at any moment. */
const longestLifeMs = 3_000

export type CrashLoop = {
  commands: number
  kills: Record<string, number>
  /** Kills after which mails may have gone twice, and how many mails a worker has on the line at once. */
  mayRepeat: number
  settledSeconds: number
}

/**
 * Two servers and two workers that die again and again, at places where it hurts and at any moment, while people work and a
 * mail server that greylists five in a hundred and closes after two takes their mails.
 */
export async function crashLoop(scene: Scene, target: { commands: number; kills: number }): Promise<CrashLoop> {
  const kills: Record<string, number> = {}
  const killed = () => Object.values(kills).reduce((sum, count) => sum + count, 0)
  const running = new Map<string, Running>()
  let done = false
  let begun = 0
  // a kill hits somebody at work: the killing goes no faster than the crowd, as the crowd no faster than the killing
  const killsAhead = () => (killed() - 3) / target.kills > begun / target.commands

  async function slot(kind: 'server' | 'worker', index: number): Promise<void> {
    const environment = { ...scene.environment, ...(kind === 'server' ? { SANAD_WORKER: 'off' } : {}) }
    for (let turn = index; !done; turn++) {
      const dies = killed() + running.size < target.kills + 1
      const point = turn % 5 === 4 ? undefined : points[kind][turn % points[kind].length]
      const nth = 1 + Math.floor(Math.random() * (point === 'in-back-off' ? 1 : 8))
      const started = await startProcess(kind, {
        ...environment,
        ...(dies && point ? { SANAD_FAILPOINT: `${point}:${nth}` } : {}),
      })
      if (!started) {
        count(point ?? 'at any moment')
        continue
      }
      running.set(`${kind} ${index}`, started)
      let late = false
      const kill = () => {
        if (killsAhead() && !done) return setTimeout(kill, 50)
        late = true
        return started.child.kill('SIGKILL')
      }
      const timer = dies ? setTimeout(kill, point ? longestLifeMs : 200 + Math.random() * 2_800) : undefined
      const ending = await started.ended
      clearTimeout(timer)
      running.delete(`${kind} ${index}`)
      if (ending === 'SIGKILL') count(late ? 'at any moment' : point!)
      else if (!done) throw new Error(`a ${kind} ended by itself with ${ending}: ${started.said()}`)
    }
  }
  const count = (point: string): void => void (kills[point] = (kills[point] ?? 0) + 1)

  let sick = true
  scene.sink.rules.onRecipient = () => (sick && Math.random() < 0.05 ? { code: 451, text: 'Later' } : undefined)
  scene.sink.rules.onMessage = () => (sick && Math.random() < 0.02 ? { code: 421, text: 'Closing' } : undefined)

  const slots = [slot('server', 0), slot('server', 1), slot('worker', 0), slot('worker', 1)]
  const driver = scene.driver('crash', () =>
    [...running].filter(([name]) => name.startsWith('server')).map(([, { address }]) => address),
  )
  try {
    await driver.run(target.commands, 12, (count) => {
      begun = count
      return begun / target.commands <= (killed() + 3) / target.kills
    })
    while (killed() < target.kills) await pause(100)
    sick = false
    const settledSeconds = await scene.settled(900)
    const mayRepeat = Object.entries(kills).filter(([point]) => betweenDataAndMark.has(point))
    return {
      commands: target.commands,
      kills,
      mayRepeat: mayRepeat.reduce((sum, [, times]) => sum + times, 0),
      settledSeconds,
    }
  } finally {
    done = true
    await Promise.all([...running.values()].map((each) => each.stop()))
    await Promise.all(slots)
  }
}
