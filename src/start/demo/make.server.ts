import type { Desk } from '../../events/desk.server.ts'
import { day } from '../../fields/date-time/spans.ts'
import { foldFigures } from '../../statistics/fold-figures.write.server.ts'
import { chance } from './chance.ts'
import { moveDesk } from './moved-desk.server.ts'
import { planStories } from './plan.ts'
import { play } from './play.server.ts'
import { settle } from './settle.server.ts'

/** A made-up freight company and fifteen months of its requests, up to now. */
export async function makeDemo(real: Desk, progress: (text: string) => void): Promise<{ requests: number }> {
  const now = real.clock.now().getTime()
  const begins = now - 460 * day
  const moved = moveDesk(real, now - 7 * day)
  moved.goTo(begins)
  const settled = await settle(moved.desk)
  const stories = planStories(chance(2026), now)
  await play(moved, settled, stories, now, (share) =>
    progress(`Telling ${stories.length} stories: ${Math.round(share * 100)} %`),
  )
  await readOldNews(moved.desk, now - day)
  progress('Counting the figures')
  await foldFigures(real)
  return { requests: stories.length }
}

/** People have seen what is older than a day. */
async function readOldNews(desk: Desk, before: number): Promise<void> {
  await desk.database.primary
    .updateTable('notice')
    .set((eb) => ({ read_at: eb.ref('at') }))
    .where('read_at', 'is', null)
    .where('at', '<', new Date(before))
    .execute()
}
