import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { mentionsIn } from '../fields/multilingual-text/markdown.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { sideOf } from '../permissions/sight.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'
import { loadPeople } from '../users/people.server.ts'

const most = 20

/** Who a text calls by name, of those who see the ticket as staff; told by the interaction. Nothing where it calls nobody. */
export async function mentionedIn(
  change: Change,
  ticket: Ticket & TicketFacts,
  text: MultilingualText,
  before?: MultilingualText,
): Promise<{ mentions?: string[] }> {
  const already = new Set(before ? calledIn(before) : [])
  const called = calledIn(text)
    .filter((person) => !already.has(person))
    .slice(0, most)
  if (called.length === 0) return {}
  const people = await loadPeople(change.db, called)
  const mentions = called.filter((id) => {
    const person = people.get(id)
    return person && sideOf(person, ticket) === 'staff'
  })
  return mentions.length > 0 ? { mentions } : {}
}

const calledIn = ({ texts }: MultilingualText): string[] => [
  ...new Set(Object.values(texts).flatMap((version) => mentionsIn(version.text))),
]
