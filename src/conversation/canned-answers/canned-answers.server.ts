import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { CannedAnswer } from './canned-answers.ts'

/** Those that somebody may insert: their own, their groups', everybody's; by name. */
export async function cannedAnswersFor(db: Kysely<Tables>, actor: Person, id?: string): Promise<CannedAnswer[]> {
  const rows = await answers(db)
    .where((eb) =>
      eb.or([
        eb('shared', '=', 'all'),
        eb.and([eb('shared', '=', 'own'), eb('owner_id', '=', actor.id)]),
        eb.and([
          eb('shared', '=', 'group'),
          eb('group_id', '=', eb.fn.any(eb.val([...actor.groups]).$castTo<string[]>())),
        ]),
      ]),
    )
    .$if(id !== undefined, (query) => query.where('canned_answer.id', '=', id!))
    .orderBy(sql`lower(canned_answer.name)`)
    .orderBy('canned_answer.id')
    .execute()
  return rows.map((row) => presented(row, actor))
}

/** What somebody just wrote, theirs to see or not: it may have gone back to its owner alone. */
export async function writtenAnswer(db: Kysely<Tables>, actor: Person, id: string): Promise<CannedAnswer | undefined> {
  const row = await answers(db).where('canned_answer.id', '=', id).executeTakeFirst()
  return row && presented(row, actor)
}

const answers = (db: Kysely<Tables>) =>
  db
    .selectFrom('canned_answer')
    .innerJoin('users', 'users.id', 'canned_answer.owner_id')
    .leftJoin('user_group', 'user_group.id', 'canned_answer.group_id')
    .selectAll('canned_answer')
    .select(['users.name as owner_name', 'user_group.name as group_name'])

type Row = Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>

const presented = (row: Row, actor: Person): CannedAnswer => ({
  id: row.id,
  name: row.name,
  text: presentText(row.text),
  shared: row.shared,
  group: row.group_id === null ? null : { id: row.group_id, name: row.group_name ?? '' },
  owner: { id: row.owner_id, name: row.owner_name },
  own: row.shared === 'own' ? row.owner_id === actor.id : actor.permissions.has('cannedAnswer.share'),
})
