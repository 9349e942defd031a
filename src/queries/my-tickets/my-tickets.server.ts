import { sql, type Expression, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { visibleTo } from '../../permissions/visible.server.ts'
import type { Settings } from '../../settings/settings.ts'
import { settingsOf, storedSettings } from '../../settings/settings.server.ts'
import { may } from '../../permissions/may.ts'
import { ratedNow } from '../../workflow/rated-now.ts'
import { possible, type Moment } from '../../workflow/possible.ts'
import { cameToUs, waitingAsCustomerSees } from '../came-to-us.server.ts'
import { pageOf, type Page } from '../keyset.ts'
import { usualLimit } from '../list-form.ts'
import { matchesWords } from '../words-match.server.ts'
import type { MyTicket, myTicketsForm } from './my-tickets.ts'

/** The reader's own tickets or their organisation's, newest activity first. The page puts what waits for them on top. */
export async function myTickets(desk: Desk, actor: Person, asked: Asked): Promise<Page<MyTicket>> {
  const limit = asked.limit ?? usualLimit
  const { words } = asked
  const asCustomer = { ...actor, permissions: new Set<never>() }
  const inWords = words === undefined ? undefined : await matchesWords(desk.read(), words, asCustomer)
  const rows = await myTicketsQuery(desk, actor, asked, inWords).execute()
  const settings = settingsOf(rows.find((row) => row.settings)?.settings ?? null).workflow
  const now: Moment = { at: desk.clock.now(), settings, asCustomer: true }
  return pageOf(
    rows,
    limit,
    (row) => present(row, actor, now),
    (row) => [row.activity_at.toISOString(), row.number],
  )
}

function myTicketsQuery(desk: Desk, actor: Person, asked: Asked, inWords: InWords) {
  const db = desk.read()
  const newest = (person: Expression<string>) => newestOf(db, person, actor, asked, inWords)
  const page =
    asked.of === 'organisation'
      ? ofPeople(db, new Set([actor.id, ...(actor.colleagues ?? [])]), newest, asked)
      : newest(sql.val(actor.id)).as('ticket')
  return db
    .selectFrom(page)
    .selectAll()
    .select((eb) => [settingsOnce, nameOf(eb.ref('customer_id')), cameToUs.as('came')])
    .orderBy('activity_at', 'desc')
    .orderBy('number', 'desc')
}

/** Of each person the newest, by their own index: of all at once the database would gather everything that any of them ever asked. */
const ofPeople = (
  db: Kysely<Tables>,
  people: ReadonlySet<string>,
  newest: (person: Expression<string>) => ReturnType<typeof newestOf>,
  { limit = usualLimit }: Asked,
) =>
  db
    .selectFrom(sql<{ id: string }>`unnest(${[...people]}::uuid[])`.as<'person'>(sql`person(id)`))
    .innerJoinLateral(newest(sql.ref<string>('person.id')).as('ticket'), (join) => join.onTrue())
    .selectAll('ticket')
    .orderBy('activity_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .as('ticket')

type Asked = Filled<typeof myTicketsForm>
type InWords = Awaited<ReturnType<typeof matchesWords>> | undefined

const newestOf = (
  db: Kysely<Tables>,
  person: Expression<string>,
  actor: Person,
  { after, limit = usualLimit }: Asked,
  inWords: InWords,
) =>
  db
    .selectFrom('ticket')
    .select(['number', 'title', 'status', 'waiting_for', 'waiting_since', 'opened_at', 'closed_at', 'activity_at'])
    .select('customer_id')
    // what else the rules ask of a ticket
    .select(['group_id', 'member_id', 'solution_state', 'solution_round', 'asks_verdict', 'rated_at'])
    .select(['duplicate_of', 'answer_state'])
    .where('customer_id', '=', person)
    .where(visibleTo(actor))
    .$if(inWords !== undefined, (query) => query.where(inWords!))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('activity_at', 'number'), '<', eb.tuple(after!.at, after!.number))),
    )
    .orderBy('activity_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)

/** With one row, whichever comes first: with fifty they were most of what was sent, and read fifty times. */
const settingsOnce = sql<Partial<Settings> | null>`case when row_number() over () = 1 then ${storedSettings} end`.as(
  'settings',
)

type Row = Awaited<ReturnType<ReturnType<typeof myTicketsQuery>['execute']>>[number]

const nameOf = (id: Expression<string>) =>
  sql<string>`(select name from users where users.id = ${id})`.as('customer_name')

const present = (row: Row, actor: Person, now: Moment): MyTicket => ({
  number: row.number,
  customer: { id: row.customer_id, name: row.customer_name },
  title: presentText(row.title),
  status: row.status,
  waiting: waitingAsCustomerSees(row),
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  activityAt: row.activity_at.toISOString(),
  asks: asksOf(row, actor, now),
  rated: ratedNow(row.rated_at, row.closed_at),
  mayRate: isPossible('rate', row, actor, now),
})

/** The owner has the ball and may say yes; on one that was joined with another nobody has it, and the yes is to the other one's answer. */
const asksOf = (row: Row, actor: Person, now: Moment): boolean =>
  (row.waiting_for === 'customer' || row.status === 'duplicate') && isPossible('accept-solution', row, actor, now)

/** Who wrote a solution is no matter here. */
function isPossible(verb: 'rate' | 'accept-solution', row: Row, actor: Person, now: Moment): boolean {
  const facts = { ...row, author_id: null }
  return may(actor, verb, facts, { soleReviewer: false }) === true && possible(verb, facts, now) === true
}
