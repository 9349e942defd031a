import type { Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { permit, permitStaff } from '../../permissions/permit.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import { newId } from '../../server/ids.server.ts'
import { readBody } from '../../workflow/read-body.server.ts'
import { cannedAnswersFor, writtenAnswer } from './canned-answers.server.ts'
import { cannedForm, changeCannedForm, type CannedAnswer, type Sharing } from './canned-answers.ts'

/** One's own needs nothing but to work here; one for a group or for all needs `cannedAnswer.share`. */
export async function addCannedAnswer(desk: Desk, actor: Person, body: unknown): Promise<CannedAnswer> {
  permitStaff(actor)
  const read: Filled<typeof cannedForm> = readBody(cannedForm, body, actor)
  const id = newId()
  await desk.change(actor, async ({ db, at }) => {
    const sharing = await sharingOf(db, actor, read)
    await db
      .insertInto('canned_answer')
      .values({ id, owner_id: actor.id, name: read.name, text: JSON.stringify(read.text), ...sharing, changed_at: at })
      .execute()
  })
  return (await writtenAnswer(desk.read(), actor, id)) ?? refuse('notFound')
}

/** What the body does not name stays. Of others, only by who may share; what one does not see is not there (notFound). */
export async function changeCannedAnswer(desk: Desk, actor: Person, id: string | undefined, body: unknown) {
  const before = await ownAnswer(desk, actor, id)
  const { name, text, shared, group } = readBody(changeCannedForm, body, actor)
  await desk.change(actor, async ({ db, at }) => {
    const wanted = { shared: shared ?? before.shared, group: group ?? before.group?.id }
    const sharing = shared || group ? await sharingOf(db, actor, wanted) : {}
    await db
      .updateTable('canned_answer')
      .set({ ...(name && { name }), ...(text && { text: JSON.stringify(text) }), ...sharing, changed_at: at })
      .where('id', '=', before.id)
      .execute()
  })
  return (await writtenAnswer(desk.read(), actor, before.id)) ?? refuse('notFound')
}

/** 404 where the caller cannot see it, 403 where it is another’s and they may not share. */
export async function removeCannedAnswer(desk: Desk, actor: Person, id: string | undefined): Promise<void> {
  const { id: known } = await ownAnswer(desk, actor, id)
  await desk.change(actor, ({ db }) => db.deleteFrom('canned_answer').where('id', '=', known).execute())
}

async function ownAnswer(desk: Desk, actor: Person, id: string | undefined): Promise<CannedAnswer> {
  const known = isStaff(actor) && isId(id) ? (await cannedAnswersFor(desk.read(), actor, id))[0] : undefined
  if (!known) refuse('notFound')
  if (!known.own) permit(actor, 'cannedAnswer.share')
  return known
}

/** What others see needs the right to; a group's is made by one of the group, or by whoever sees all. */
async function sharingOf(
  db: Kysely<Tables>,
  actor: Person,
  { shared, group }: { shared: Sharing; group?: string | undefined },
): Promise<{ shared: Sharing; group_id: string | null }> {
  if (shared === 'own') return { shared, group_id: null }
  permit(actor, 'cannedAnswer.share')
  if (shared === 'all') return { shared, group_id: null }
  if (!group) refuseFields({ field: 'group', code: 'required' })
  const known = await db.selectFrom('user_group').select('id').where('id', '=', group).executeTakeFirst()
  if (!known || !actor.groups.has(group)) refuseFields({ field: 'group', code: 'notInList' })
  return { shared, group_id: group }
}
