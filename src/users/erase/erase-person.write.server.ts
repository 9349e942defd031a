import { sql } from 'kysely'
import { audit } from '../../audit/audit.write.server.ts'
import { wordsAnew, wordsInPlace, type Place } from '../../conversation/words-anew.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { emailAddress } from '../../fields/short-text/short-text.ts'
import { forgetWords } from '../../queries/learn-words.write.server.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { keepAnAdministrator, lockPeopleAndRoles, permitGoverning } from '../administrators.server.ts'
import { lockForErasing } from './lock-for-erasing.server.ts'
import { releaseTickets } from '../../workflow/release.server.ts'
import { oneUser, type User } from '../users.server.ts'
import { erasedText } from './erased-text.ts'

/** Their address once more, by hand: nothing brings them back. */
export const eraseForm = { confirm: emailAddress({ required: true }) }

/**
 * Takes someone out of everything that is kept: name, address, what they wrote, what others were told of it. The tickets stay
 * with their numbers, times and ratings, and so does, without their name, what a customer was answered. The work itself is the
 * one function of the migrations that may rewrite history.
 */
export async function erasePerson(
  desk: Desk,
  actor: Person,
  id: string,
  body: unknown,
  network: string,
): Promise<void> {
  permit(actor, 'user.erase')
  await desk.change(actor, async (change) => {
    await lockPeopleAndRoles(change)
    await lockForErasing(change, id)
    const person = (await oneUser(change.db, id)) ?? refuse('notFound')
    await permitGoverning(change.db, actor, { people: [id] })
    const { confirm } = readForm(eraseForm, body)
    if (person.erasedAt) refuse('erased')
    if (confirm !== person.email) refuseFields({ field: 'confirm', code: 'differs' })
    await change.db.updateTable('users').set({ active: false }).where('id', '=', id).execute()
    await releaseTickets(change, id)
    await keepAnAdministrator(change)
    await rewrite(change, person)
    // whom, by the id alone: that it was done stays, what was erased does not
    await audit(change, { action: 'user.erased', subject: `user:${id}`, network })
  })
}

async function rewrite({ db, at }: Change, { id, name, email }: User): Promise<void> {
  const erased = erasedText((await readSettings(db)).language)
  const label = erased.texts[erased.source]!.text
  await forgetWords(db, await ticketsWithWordsOf(db, id))
  // what added fields of their tickets hold goes, whoever gave it: the scan of a passport is about its bearer
  await sql`
    delete from ticket_file using ticket
    where ticket.number = ticket_file.ticket_number and ticket.customer_id = ${id}::uuid and text_id like 'field:%'`.execute(
    db,
  )
  const { rows } = await sql<Place>`
    select of_ticket as ticket, place as field
    from erase_person(${id}::uuid, ${JSON.stringify(erased)}::jsonb, ${label}, ${wordsInPlace(erased)}, ${at}::timestamptz)
  `.execute(db)
  await sql`
    update ticket_words set words = ${wordsInPlace(erased)} from ticket
    where ticket.number = ticket_number and ticket.customer_id = ${id}::uuid and text_id like 'custom:%'`.execute(db)
  // answers that stayed are no longer found by the name under them
  await wordsAnew(db, rows)
  // it stands in the text of the draft too, from which the name went
  await sql`update draft set back = '[]' where back <> '[]'`.execute(db)
  // at last: what others asked for while the rest went on holds it too
  await sql`select erase_exports(${id}::uuid, array[${name}, ${email}], ${at}::timestamptz)`.execute(db)
}

/** Every ticket that has a text of theirs, and with it perhaps their name. */
async function ticketsWithWordsOf(db: Change['db'], id: string): Promise<number[]> {
  const { rows } = await sql<{ ticket: number }>`
    select number as ticket from ticket where customer_id = ${id}::uuid
    union
    select ticket_number from ticket_event where actor_id = ${id}::uuid`.execute(db)
  return rows.map((row) => row.ticket)
}
