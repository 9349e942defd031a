import { sql, type Kysely, type SqlBool } from 'kysely'
import { markRead } from '../channels/in-app/notice.write.server.ts'
import { cameBackTo } from '../conversation/writing/came-back.server.ts'
import { writings } from '../conversation/writing/writing.ts'
import type { Person } from '../entities/person/actor.ts'
import type { NoticeRow } from '../entities/mail-tables.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { instant, integer, nullable, object, string } from '../fields/json-schema.ts'
import { listOf } from '../fields/list-of.ts'
import { pageOf, usualLimit } from '../fields/page.ts'
import { id } from '../fields/user/user.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { visibleAsStaff, visibleTo } from '../permissions/visible.server.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { settingsOf, storedSettings } from '../settings/settings.server.ts'
import { lineOf } from './line.ts'
import { storedTemplates } from './own-interactions.server.ts'
import { before, listForm } from './page.ts'
import { readerFor } from './reader.ts'
import type { Said } from './says.ts'
import { unreadAtMost } from './unread.ts'

const readingForm = {
  ids: listOf(id({ required: true }), { required: false, max: 200 }),
  all: yesNo({ required: false }),
  /** With `all`: the newest that their reader was shown. What came since is not read. */
  upTo: id({ required: false }),
}

const notice = object({
  id: string,
  interaction: string,
  ticket: integer,
  text: string,
  at: instant,
  readAt: nullable('string', 'date-time'),
})

const cameBack = object({ ticket: integer, kind: { type: 'string', enum: writings }, at: instant })

type Notice = Pick<NoticeRow, 'id' | 'interaction' | 'ticket_number' | 'at' | 'read_at'> & { says: Said }

export const noticeEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/notices',
    summary:
      'What the caller was told in the product, newest first, in their language; `unread` is counted to a hundred. `cameBack`: what they sent and could not go out, drafts by now.',
    heading: 'interactions',
    access: 'signedIn',
    query: listForm,
    answer: object({
      items: { type: 'array', items: notice },
      unread: integer,
      cameBack: { type: 'array', items: cameBack },
      next: nullable('string'),
    }),
    async handle({ desk, actor, query }) {
      const { after, limit = usualLimit } = readForm(listForm, query)
      const db = desk.read()
      const rows = await noticesOf(db, actor, limit + 1, after)
      const { unread, settings, templates } = await besides(db, actor)
      const reader = readerFor(actor, settingsOf(settings))
      const now = desk.clock.now()
      const present = (row: Notice) => ({
        id: row.id,
        interaction: row.interaction,
        ticket: row.ticket_number,
        text: lineOf(row.interaction, row.says, reader, now, templates?.[row.interaction]),
        at: row.at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      })
      const page = pageOf(rows, limit, present, (row) => [row.at.toISOString(), row.id])
      return { ...page, unread, cameBack: await cameBackTo(db, actor) }
    },
  },
  {
    method: 'POST',
    path: '/api/v1/notices/read',
    summary: 'Marks notices of the caller as read: those named, or all, up to the newest that was shown.',
    heading: 'interactions',
    access: 'signedIn',
    body: readingForm,
    answer: { type: 'object', required: ['unread'], properties: { unread: { type: 'integer' } } },
    async handle({ desk, actor, body }) {
      const { ids, all, upTo } = readForm(readingForm, body)
      if (!ids && !all) refuseFields({ field: 'ids', code: 'required' })
      const which = all ? { upTo } : { ids: ids! }
      const some = () => desk.change(actor, ({ db, at }) => markRead(db, actor.id, which, at))
      while (await some());
      return { unread: await countUnread(desk.read(), actor) }
    },
  },
]

/** Sight is asked again whenever a notice is read: what was told once may be hidden by now. */
const stillSeen = () => sql<SqlBool>`case when says->>'side' = 'customer' then seen.at_all else seen.as_staff end`

function visibleNotices(db: Kysely<Tables>, reader: Person) {
  return db
    .selectFrom('notice')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('ticket')
          .select((ticket) => [
            sql<boolean>`${visibleTo(reader)(ticket)}`.as('at_all'),
            sql<boolean>`${visibleAsStaff(reader)(ticket)}`.as('as_staff'),
          ])
          .whereRef('ticket.number', '=', 'notice.ticket_number')
          .as('seen'),
      (join) => join.onTrue(),
    )
    .where('notice.recipient_id', '=', reader.id)
    .where(stillSeen())
}

function noticesOf(db: Kysely<Tables>, reader: Person, limit: number, after?: { at: Date; id: string }) {
  return visibleNotices(db, reader)
    .select(['notice.id', 'notice.interaction', 'notice.ticket_number', 'notice.says', 'notice.at', 'notice.read_at'])
    .$if(after !== undefined, (query) => query.where(before('notice', 'at', after!)))
    .orderBy('notice.at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(limit)
    .$castTo<Notice>()
    .execute()
}

const countUnread = async (db: Kysely<Tables>, reader: Person): Promise<number> =>
  (await unreadOf(db, reader).executeTakeFirstOrThrow()).unread

/** How many are unread, and what the words need: one way to the database for the three. */
const besides = async (db: Kysely<Tables>, reader: Person) => {
  const { unread, ...rest } = await db
    .selectNoFrom([unreadOf(db, reader).as('unread'), storedSettings.as('settings'), storedTemplates.as('templates')])
    .executeTakeFirstOrThrow()
  return { ...rest, unread: unread ?? 0 }
}

function unreadOf(db: Kysely<Tables>, reader: Person) {
  const some = visibleNotices(db, reader)
    .select('notice.id')
    .where('notice.read_at', 'is', null)
    .limit(unreadAtMost)
    .as('some')
  return db.selectFrom(some).select((eb) => eb.fn.countAll<number>().as('unread'))
}
