import { audit } from '../../audit/audit.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { nameText } from '../../fields/short-text/short-text.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { newId } from '../../server/ids.server.ts'
import { oneOrganisation } from './organisations.server.ts'

export const organisationForm = { name: nameText({ required: true, max: 200 }) }

/** Gives back its id. Refuses (alreadyThere) a name that one has, in whatever case. */
export async function addOrganisation(desk: Desk, actor: Person, body: unknown, network: string): Promise<string> {
  permit(actor, 'user.manage')
  const { name } = readForm(organisationForm, body)
  return desk.change(actor, async (change) => {
    const id = newId()
    const row = { id, name, created_at: change.at }
    await refusingTakenName(() => change.db.insertInto('organisation').values(row).execute())
    await audit(change, { action: 'organisation.added', subject: `organisation:${id}`, after: { name }, network })
    return id
  })
}

/** Refuses (alreadyThere) the name of another. The same name again changes nothing and is not audited. */
export async function renameOrganisation(
  desk: Desk,
  actor: Person,
  id: string,
  body: unknown,
  network: string,
): Promise<void> {
  permit(actor, 'user.manage')
  await desk.change(actor, async (change) => {
    const before = (await oneOrganisation(change.db, id)) ?? refuse('notFound')
    const { name } = readForm(organisationForm, body)
    if (name === before.name) return
    await refusingTakenName(() => change.db.updateTable('organisation').set({ name }).where('id', '=', id).execute())
    const changed = { before: { name: before.name }, after: { name } }
    await audit(change, { action: 'organisation.changed', subject: `organisation:${id}`, ...changed, network })
  })
}

/** Its people stay, belong to none, and see no colleague's tickets from the next request on. */
export async function removeOrganisation(desk: Desk, actor: Person, id: string, network: string): Promise<void> {
  permit(actor, 'user.manage')
  await desk.change(actor, async (change) => {
    const { name, people } = (await oneOrganisation(change.db, id)) ?? refuse('notFound')
    await change.db.deleteFrom('organisation').where('id', '=', id).execute()
    const subject = `organisation:${id}`
    await audit(change, { action: 'organisation.removed', subject, before: { name, people }, network })
  })
}

async function refusingTakenName(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '23505' || constraint !== 'organisation_name') throw error
    refuse('alreadyThere', { errors: [{ field: 'name', code: 'alreadyThere' }] })
  }
}
