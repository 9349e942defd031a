import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Happened } from '../../events/happened.ts'
import { verifyFigures } from '../../statistics/verify-figures.server.ts'
import { ballFollows } from './ball-follows.ts'
import { finding, type Finding } from './check.ts'
import { checkDuties } from './duties.server.ts'
import { endingIsWhole } from './ending-is-whole.ts'
import { checkNotices } from './notices.server.ts'
import { roundsAgree } from './rounds-agree.ts'
import { rowEqualsEvents } from './row-equals-events.ts'
import { seqIsGapless } from './seq-is-gapless.ts'
import { versionFollows } from './version-follows.ts'
import type { TicketCheck } from './whole-ticket.ts'
import { wholeTickets } from './whole-tickets.server.ts'
import { wordsName, wrongWords } from './words.server.ts'

const ticketChecks: readonly TicketCheck[] = [
  rowEqualsEvents,
  seqIsGapless,
  versionFollows,
  roundsAgree,
  ballFollows,
  endingIsWhole,
]

/** Everything that can be derived twice, derived twice and compared, on one snapshot: it may run beside a busy server. */
export async function verifyAll(
  db: Kysely<Tables>,
  listeners: (happened: Happened) => readonly string[],
): Promise<Finding[]> {
  const figures = finding('figures are those of a recount')
  const found = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => [
      ...(await checkTickets(snapshot)),
      await checkNotices(snapshot, listeners),
      await checkDuties(snapshot, listeners),
    ])
  // these take a snapshot of their own
  figures.look(1)
  figures.add(await verifyFigures(db))
  return [...found, figures]
}

async function checkTickets(db: Kysely<Tables>): Promise<Finding[]> {
  const found = ticketChecks.map(({ name }) => finding(name))
  const words = finding(wordsName)
  for await (const tickets of wholeTickets(db)) {
    for (const [index, check] of ticketChecks.entries()) {
      found[index]!.look(tickets.length)
      found[index]!.add(tickets.flatMap((ticket) => check.differences(ticket)))
    }
    words.look(tickets.length)
    words.add(await wrongWords(db, tickets))
  }
  return [...found, words]
}
