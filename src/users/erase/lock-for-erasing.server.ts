import { sql } from 'kysely'
import type { Change } from '../../events/desk.server.ts'
import { oneMaker } from '../../reports/one-maker.server.ts'
import { eraseAlone } from './beside-erasing.server.ts'

/**
 * All tickets that erasing rewrites: what a colleague adds to one of them meanwhile would keep what it quotes. In the order of
 * their numbers, and before the person, as verbs do it; then whatever is written in the person's name waits. Before all of them the
 * reports, as whoever makes one does it: one that is just being kept has to be there when they are rewritten. Then tellings and mails
 * that come in, which copy what is being erased, or wait for these tickets with a mail in hand that erasing deletes.
 */
export async function lockForErasing({ db }: Change, id: string): Promise<void> {
  // a person of twenty years has tickets enough for more than the usual half minute, here and in all that follows
  await sql`set local statement_timeout = '15min'`.execute(db)
  await oneMaker(db)
  await eraseAlone(db)
  // what was held back is taken out before its ticket is locked
  await sql`select from held_message where person_id = ${id}::uuid order by ticket_number, kind for update`.execute(db)
  await sql`
    select number from ticket
    where number in (
      select number from ticket where customer_id = ${id}::uuid or member_id = ${id}::uuid
      union select ticket_number from ticket_event where actor_id = ${id}::uuid
      union select ticket_number from ticket_event where after ->> 'member_id' = ${id}
      union select ticket_number from ticket_event where details ? 'mentions' and details -> 'mentions' ? ${id}
      union select unnest(shown_answers_of(${id}::uuid))
    )
    order by number
    for no key update`.execute(db)
  // who sends what they drafted, first of all on this ticket, lets go of the draft and then waits at the person
  await sql`select from draft where person_id = ${id}::uuid order by ticket_number, kind for update`.execute(db)
  await sql`select from users where id = ${id}::uuid for update`.execute(db)
}
