import { conversation } from '../queries/one-ticket/conversation.server.ts'
import { history } from '../queries/one-ticket/history.server.ts'
import { oneTicket } from '../queries/one-ticket/one-ticket.server.ts'
import type { Who } from '../workflow/model/world.ts'
import type { TestDesk } from './desk.server.ts'
import { inJson, replayed } from './replay.ts'

/** How the tickets stand in the database, in the model's own words. */
export async function lookAt(box: TestDesk, numbers: readonly number[]) {
  if (numbers.length === 0) return []
  const db = box.database.primary
  const [rows, events, rounds, messages] = await Promise.all([
    db.selectFrom('ticket').selectAll().where('number', 'in', numbers).orderBy('number').execute(),
    db.selectFrom('ticket_event').selectAll().where('ticket_number', 'in', numbers).orderBy('seq').execute(),
    db.selectFrom('solution_round').selectAll().where('ticket_number', 'in', numbers).orderBy('round').execute(),
    db.selectFrom('message').selectAll().where('ticket_number', 'in', numbers).orderBy('at').orderBy('id').execute(),
  ])
  const who = nameOf(box.ids)
  const group = nameOf(box.groups)
  return rows.map((row) => {
    const own = events.filter((event) => event.ticket_number === row.number)
    const at = (seq: number) => own[seq - 1]?.at.getTime()
    return {
      raw: { row: inJson(row), replayed: replayed(own), seqs: own.map((event) => event.seq), events: own },
      customer: who(row.customer_id),
      status: row.status,
      group: group(row.group_id),
      member: who(row.member_id),
      rounds: rounds
        .filter((round) => round.ticket_number === row.number)
        .map((round) => [who(round.author_id), round.state, round.offered_at !== null]),
      solution: row.solution_state,
      round: row.solution_round,
      asksVerdict: row.solution_state === 'offered' ? row.asks_verdict : null,
      answered: row.answered,
      due: row.due,
      dueAt: row.due_at?.getTime() ?? null,
      ended: row.ended,
      from: row.ended_from,
      original: row.duplicate_of,
      answer: row.answer_state && [row.answer_ticket, row.answer_round, row.answer_state],
      stars: row.score,
      version: row.version,
      written: messages
        .filter((message) => message.ticket_number === row.number)
        .map(({ kind, author_id, side, text }) => [kind, who(author_id), side, plain(text.texts[text.source]!.text)]),
      yard: row.custom['yard'] ?? null,
      log: own.map((event) => [event.happened, who(event.actor_id)]),
      waitingFor: row.waiting_for,
      waitingSince: own.findLast(
        (event) => event.at.getTime() === row.waiting_since.getTime() && at(event.seq) !== undefined,
      )?.seq,
      // two of one change are of one moment: the one that says so is the one that moved it
      moved: own.findLast(
        (event) => event.at.getTime() === row.activity_at.getTime() && Object.hasOwn(event.after, 'activity_at'),
      )?.seq,
    }
  })
}

/** Without whom it calls by name. */
const plain = (text: string): string => text.replace(/ .*$/su, '')

/** What people have begun to write on these tickets, as the model keeps it. */
export async function draftsOf(box: TestDesk, numbers: readonly number[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const who = nameOf(box.ids)
  const rows = await box.database.primary
    .selectFrom('draft')
    .select(['ticket_number', 'person_id', 'kind', 'text'])
    .where('ticket_number', 'in', numbers)
    .execute()
  return new Map(
    rows.map(({ ticket_number: ticket, person_id: person, kind, text }) => [
      `${numbers.indexOf(ticket)} ${who(person)} ${kind}`,
      text,
    ]),
  )
}

export type Look = Awaited<ReturnType<typeof lookAt>>[number]

/** Of all tickets that are not closed: those whose member is away, or neither of its group nor of the desk. */
export async function inWrongHands({ database, groups }: TestDesk): Promise<number[]> {
  const rows = await database.primary
    .selectFrom('ticket')
    .innerJoin('users', 'users.id', 'ticket.member_id')
    .select('ticket.number')
    .where('ticket.closed_at', 'is', null)
    .where((is) =>
      is.or([
        is('users.active', '=', false),
        is.not(
          is.exists(
            is
              .selectFrom('group_member')
              .select('group_member.user_id')
              .whereRef('group_member.user_id', '=', 'ticket.member_id')
              .where((of) =>
                of.or([
                  of('group_member.group_id', '=', of.ref('ticket.group_id')),
                  of('group_member.group_id', '=', groups.supportDesk),
                ]),
              ),
          ),
        ),
      ]),
    )
    .execute()
  return rows.map(({ number }) => number)
}

/** Everything that its customer can read of a ticket, as one string. */
export async function readByCustomer(box: TestDesk, customer: Who, number: number): Promise<string> {
  const person = await box.person(customer)
  const answers = await Promise.all([
    oneTicket(box.desk, person, number),
    conversation(box.desk, person, number, {}),
    history(box.desk, person, number, {}),
  ])
  return JSON.stringify(answers)
}

const nameOf =
  (ids: Record<string, string>) =>
  (id: string | null): string | null =>
    id === null ? null : (Object.keys(ids).find((name) => ids[name] === id) ?? id)
