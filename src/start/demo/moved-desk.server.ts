import { system } from '../../entities/person/actor.ts'
import { openDesk, type Desk, type Telling } from '../../events/desk.server.ts'
import { listenersTo } from '../../interactions/index.ts'
import { runTelling } from '../../interactions/run-telling.server.ts'

export type MovedDesk = {
  desk: Desk
  /** Goes to a moment; each reading of the clock is a millisecond later, so that nothing falls on the same instant. */
  goTo(moment: number): void
  /** Tells in the product what has happened since the last call. */
  tell(): Promise<void>
}

/**
 * The installation's desk at other moments. What happened long ago tells nobody. What happened since `tellsFrom` tells people
 * in the product, so that the bell has something; the telling's mails are taken out in the same transaction, before anybody
 * could send them: news of the past would only disturb, and the addresses are made up. Nothing goes through the queue, where
 * a running worker would find it.
 */
export function moveDesk(real: Desk, tellsFrom: number): MovedDesk {
  let now = 0
  const tellings: Telling[] = []
  const desk = openDesk({
    database: real.database,
    clock: { now: () => new Date(now++) },
    listeners: (happened) => (now >= tellsFrom ? listenersTo(happened) : []),
    enqueue: async (_db, some) => void tellings.push(...some),
    committed: () => {},
  })
  return {
    desk,
    goTo: (moment) => void (now = Math.max(now, moment)),
    async tell() {
      for (const telling of tellings.splice(0))
        await desk.change(system, async (change) => {
          await runTelling(change.desk, telling)
          await change.db.deleteFrom('mail').where('event_id', '=', telling.event).execute()
        })
    },
  }
}
