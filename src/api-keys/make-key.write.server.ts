import { audit } from '../audit/audit.write.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import type { Filled } from '../fields/form.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { newId } from '../server/ids.server.ts'
import { permitGoverning } from '../users/administrators.server.ts'
import { inPerson } from '../users/my-account/in-person.server.ts'
import { checkRoles } from '../users/known-roles.server.ts'
import { loadPerson } from '../users/sign-in/session.server.ts'
import { addPerson } from '../users/users.write.server.ts'
import { newKeyForm } from './api-key-forms.ts'
import { oneKey, type Key } from './api-keys.server.ts'
import { addKey, revokeKey } from './api-keys.write.server.ts'

type Wanted = Filled<typeof newKeyForm>

/** A key for oneself, or for a service. It is shown in this answer and never again. */
export async function makeKey(
  desk: Desk,
  actor: Person,
  body: unknown,
  network: string,
): Promise<Key & { key: string }> {
  inPerson(actor)
  permitMaking(actor, body)
  const wanted = readForm(newKeyForm, body)
  return desk.change(actor, async (change) => {
    if (wanted.expiresAt && wanted.expiresAt <= change.at) refuseFields({ field: 'expiresAt', code: 'past' })
    const user = await speaker(change, actor, wanted)
    await checkScopes(change, user, wanted.scopes)
    const { name, scopes, expiresAt = null } = wanted
    const { id, key } = await addKey(change.db, { user, name, scopes, expiresAt, by: actor.id, at: change.at })
    const after = { name, scopes, person: user, expiresAt }
    await audit(change, { action: 'apiKey.added', subject: `apiKey:${id}`, after, network })
    return { ...(await oneKey(change.db, id))!, key }
  })
}

/** Its own person does it, or who manages keys; a key, which makes none either, ends itself alone. For others there is none. */
export async function removeKey(desk: Desk, actor: Person, id: string, network: string): Promise<void> {
  await desk.change(actor, async (change) => {
    const key = await oneKey(change.db, id)
    if (!key || !(key.person.id === actor.id || actor.permissions.has('apiKey.manage'))) refuse('notFound')
    if (id !== actor.key) inPerson(actor)
    if (!(await revokeKey(change.db, id, change.at))) return
    await audit(change, { action: 'apiKey.revoked', subject: `apiKey:${id}`, before: { name: key.name }, network })
  })
}

function permitMaking(actor: Person, body: unknown): void {
  const { service, person } = (body ?? {}) as { service?: unknown; person?: unknown }
  permit(actor, service === undefined && person === undefined ? 'apiKey.own' : 'apiKey.manage')
}

/** For whom the key speaks. Nobody makes one that speaks for another human. */
async function speaker(change: Change, actor: Person, { person, service }: Wanted): Promise<string> {
  if (service && person) refuseFields({ field: 'service', code: 'unknown' })
  if (service) return addService(change, actor, service as { name: string; roles: string[] })
  if (person === undefined) return actor.id
  const known = await change.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', person)
    .where('service', '=', true)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!known) refuseFields({ field: 'person', code: 'notInList' })
  await permitGoverning(change.db, actor, { people: [person] })
  return person
}

/** A person of its own kind: it has rights, and neither a mailbox nor a password. */
async function addService(change: Change, actor: Person, service: { name: string; roles: string[] }): Promise<string> {
  permit(actor, 'user.manage')
  await permitGoverning(change.db, actor, { roles: service.roles })
  await checkRoles(change.db, service.roles, 'service.roles')
  const email = `service-${newId()}@service.invalid`
  return addPerson(change.db, { ...service, email, emailVerified: false, service: true }, change.at)
}

async function checkScopes(change: Change, user: string, scopes: readonly string[]): Promise<void> {
  const person = await loadPerson(change.db, user)
  const beyond = scopes.findIndex((scope) => !person?.permissions.has(scope))
  if (beyond >= 0) refuseFields({ field: `scopes.${beyond}`, code: 'notYours' })
  if (scopes.length === 0) refuseFields({ field: 'scopes', code: 'required' })
}
