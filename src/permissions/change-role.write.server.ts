import type { AuditAction } from '../audit/actions.ts'
import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { keyOfWords } from '../fields/key-of-words.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { refuse } from '../server/errors/refusal.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { keepAnAdministrator, lockPeopleAndRoles } from '../users/administrators.server.ts'
import { releaseLostOfMany } from '../workflow/release.server.ts'
import { holdThoseWhoLose } from './lose-rights.server.ts'
import { permit } from './permit.server.ts'
import { newRoleForm, roleForm } from './role-forms.ts'
import { refuseTakenName } from './role-name.server.ts'
import { builtInRoles, type BuiltInRole } from './roles.ts'
import { oneRole, type Role } from './roles.server.ts'

/** A role of the organisation's own. Returns its key. */
export async function makeRole(desk: Desk, actor: Person, body: unknown, network: string): Promise<string> {
  permit(actor, 'role.manage')
  const { key: asked, name, permissions, requiresSecondFactor = false } = readForm(newRoleForm, body)
  return desk.change(actor, async (change) => {
    await lockPeopleAndRoles(change)
    const named = inLanguageOf(actor, name)
    const key = asked ?? (await freeKey(change, name))
    const row = { key, name: JSON.stringify(named), permissions: permissions.toSorted() }
    const made = await change.db
      .insertInto('role')
      .values({ ...row, built_in: false, customised: true, requires_second_factor: requiresSecondFactor })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!made) refuse('alreadyThere', { errors: [{ field: 'key', code: 'alreadyThere' }] })
    await refuseTakenName(change.db, key, named)
    const { name: shown, ...after } = (await oneRole(change.db, key))!
    await audit(change, {
      action: 'role.added',
      subject: `role:${key}`,
      after: { ...told(after), name: shown },
      network,
    })
    return key
  })
}

/** A key that no role has: of the name's Latin letters where there are some. */
async function freeKey({ db }: Change, name: MultilingualText): Promise<string> {
  const words = Object.values(name.texts).flatMap(({ text }) => text.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [])
  const wanted = keyOfWords(words)
  const stem = wanted.length > 1 ? wanted : 'role'
  const taken = new Set((await db.selectFrom('role').select('key').execute()).map(({ key }) => key))
  for (let number = 1; ; number += 1) {
    const key = number === 1 && stem !== 'role' ? stem : `${stem}${number}`
    if (!taken.has(key)) return key
  }
}

/** What a role is called and allows. It counts from the next request on, of everybody who holds it. */
export async function changeRole(
  desk: Desk,
  actor: Person,
  key: string,
  body: unknown,
  network: string,
): Promise<void> {
  permit(actor, 'role.manage')
  await rewrite(desk, actor, { key, action: 'role.changed', network }, async (before, { db }) => {
    const { name, permissions, requiresSecondFactor } = readForm(roleForm, body)
    // what a built-in role is called stands in the words, in every language
    if (name && before.builtIn) refuse('builtIn')
    const named = name && inLanguageOf(actor, name)
    if (named) await refuseTakenName(db, key, named, before.name)
    const changes = permissions && differs(before.permissions, permissions)
    return {
      ...(named ? { name: JSON.stringify(named) } : {}),
      ...(changes ? { permissions: permissions.toSorted(), customised: true } : {}),
      ...(requiresSecondFactor === undefined ? {} : { requires_second_factor: requiresSecondFactor }),
    }
  })
}

/** A built-in role as it came, following the product again. */
export async function resetRole(desk: Desk, actor: Person, key: string, network: string): Promise<void> {
  permit(actor, 'role.manage')
  await rewrite(desk, actor, { key, action: 'role.reset', network }, ({ builtIn }) =>
    builtIn ? { permissions: [...builtInRoles[key as BuiltInRole]], customised: false } : refuse('notFound'),
  )
}

/** Refused while anybody holds it: what they may do is taken from them by name, not in passing. */
export async function removeRole(desk: Desk, actor: Person, key: string, network: string): Promise<void> {
  permit(actor, 'role.manage')
  await desk.change(actor, async (change) => {
    const before = await locked(change, key)
    if (before.builtIn) refuse('builtIn')
    if (before.users > 0 || before.groups.length > 0)
      refuse('inUse', {
        variables: {
          users: before.users,
          groups: before.groups.length,
          groupNames: before.groups.map(({ name }) => name),
        },
      })
    await change.db.deleteFrom('role').where('key', '=', key).execute()
    await audit(change, { action: 'role.removed', subject: `role:${key}`, before: told(before), network })
  })
}

type Columns = { name?: string; permissions?: string[]; customised?: boolean; requires_second_factor?: boolean }

async function rewrite(
  desk: Desk,
  actor: Person,
  { key, action, network }: { key: string; action: AuditAction; network: string },
  columnsFor: (before: Role, change: Change) => Columns | Promise<Columns>,
): Promise<void> {
  await desk.change(actor, async (change) => {
    await lockPeopleAndRoles(change)
    const before = await locked(change, key)
    const columns = await columnsFor(before, change)
    const after = columns.permissions ?? before.permissions
    const losing = await holdThoseWhoLose(change, [{ key, before: before.permissions, after }])
    if (Object.keys(columns).length > 0)
      await change.db.updateTable('role').set(columns).where('key', '=', key).execute()
    await releaseLostOfMany(change, losing)
    await keepAnAdministrator(change)
    const changed = differences(told(before), told((await oneRole(change.db, key))!))
    if (changed.any) await audit(change, { action, subject: `role:${key}`, ...changed, network })
  })
}

/** Held, so that nobody is given a role in the moment in which it goes. */
export async function locked({ db }: Change, key: string): Promise<Role> {
  await db.selectFrom('role').select('key').where('key', '=', key).forUpdate().executeTakeFirst()
  return (await oneRole(db, key)) ?? refuse('notFound')
}

/** What the audit log keeps of a role: what it is, not who holds it. */
export const told = ({ users: _users, people: _people, groups: _groups, ...role }: Partial<Role>) => ({
  ...role,
  permissions: role.permissions?.toSorted(),
})

const differs = (before: readonly string[], after: readonly string[]): boolean =>
  String(before.toSorted()) !== String(after.toSorted())

/** A name that was given as a plain string is in the language of whoever gave it. */
function inLanguageOf(actor: Person, name: MultilingualText): MultilingualText {
  if (name.source !== 'und') return name
  return { source: actor.language, texts: { [actor.language]: name.texts['und']! } }
}
