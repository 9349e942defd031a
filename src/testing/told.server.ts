import { listenersTo } from '../interactions/index.ts'
import { runTelling } from '../interactions/run-telling.server.ts'
import { ticketVerbs } from '../start/verbs.ts'
import type { Character } from './cast.server.ts'
import { openTestDesk } from './desk.server.ts'

/** A desk whose tellings are run for real, and who was told by them. */
export async function openTellingDesk() {
  const box = await openTestDesk({ listeners: listenersTo })

  async function act(verb: keyof typeof ticketVerbs, by: Character, ticket: number, body: object = {}) {
    box.clock.move(1000)
    await ticketVerbs[verb](box.desk, await box.person(by), ticket, body)
  }

  /** Does what the last change asked for and says who was told what: 'interaction (variant)': names. */
  async function told(ticket?: number) {
    const tellings = box.tellings.splice(0).filter((telling) => ticket === undefined || telling.ticket === ticket)
    for (const telling of tellings) await runTelling(box.desk, telling)
    const events = tellings.map(({ event }) => event)
    if (events.length === 0) return {}
    const rows = await box.database.primary
      .selectFrom('notice')
      .select(['interaction', 'recipient_id', 'says'])
      .where('event_id', 'in', events)
      .execute()
    const mails = await box.database.primary
      .selectFrom('mail')
      .select(['interaction', 'recipient_id'])
      .where('event_id', 'in', events)
      .execute()
    const pairs = (some: { interaction: string; recipient_id: string | null }[]) =>
      some.map((each) => `${each.interaction} ${each.recipient_id}`).toSorted()
    // by both doors alike: a notice each and a mail each
    if (String(pairs(mails)) !== String(pairs(rows))) throw new Error('Notices and mails tell different people.')
    const names = new Map(Object.entries(box.ids).map(([name, id]) => [id, name]))
    const result: Record<string, string[]> = {}
    for (const row of rows) {
      const key = row.says.variant ? `${row.interaction} (${row.says.variant})` : row.interaction
      result[key] = [...(result[key] ?? []), names.get(row.recipient_id)!].toSorted()
    }
    return result
  }

  async function inProgress(member: Character | null = 'omar') {
    const ticket = await box.submitted()
    await act('assign', 'mariam', ticket, {
      group: box.groups.documents,
      ...(member ? { member: box.ids[member] } : {}),
    })
    box.tellings.length = 0
    return ticket
  }

  async function offered(member: Character = 'omar') {
    const ticket = await inProgress(member)
    await act('propose-solution', member, ticket, { solution: 'It is attached.' })
    await act('approve-solution', 'mariam', ticket)
    box.tellings.length = 0
    return ticket
  }

  return { box, act, told, inProgress, offered, close: () => box.close() }
}
