import { audit } from '../../audit/audit.write.server.ts'
import { supportDeskId } from '../../entities/group/support-desk.ts'
import { system } from '../../entities/person/actor.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { emailAddress } from '../../fields/short-text/short-text.ts'
import { addMembers, renameGroup } from '../../groups/groups.write.server.ts'
import { writeSettings } from '../../settings/settings.write.server.ts'
import { wordsFor } from '../../words/words.ts'
import { newPassword } from '../sign-in/password.ts'
import type { setupForm } from './setup-form.ts'
import { closeSetup, isSetupOpen, openSetupAlone, passSetupDoor } from './setup.write.server.ts'
import { addPerson, addRole, changePerson, setPassword } from '../users.write.server.ts'

/** The first set-up: settings, administrator, membership of the desk. Returns the administrator's id. */
export async function setUp(change: Change, filled: Filled<typeof setupForm>, network: string): Promise<string> {
  const { token, organisation, language, timeZone, joinSupportDesk = true, ...person } = filled
  await passSetupDoor(change, token)
  await writeSettings(change.db, { organisation, language, timeZone }, change.at)
  // the group is there before anybody said in which language its people speak
  await renameGroup(change.db, supportDeskId, wordsFor(language)('people:group.deskMark'))
  return makeAdministrator(change, { ...person, joinSupportDesk, network })
}

export type GivenAdministrator = { email: string; password: string }

/**
 * The administrator that the environment names, where there is none yet. At every start, by every process. Answers whether it was
 * of use: false where there is one already.
 */
export async function ensureAdministrator(desk: Desk, given: GivenAdministrator): Promise<boolean> {
  if (!(await isSetupOpen(desk.read()))) return false
  const { email, password } = checked(given)
  await desk.change(system, async (change) => {
    // another process that starts with the same environment may have been faster
    if (!(await openSetupAlone(change))) return
    const name = email.split('@')[0]!.slice(0, 200)
    await makeAdministrator(change, { name, email, password, joinSupportDesk: true, network: 'environment' })
  })
  return true
}

/** The name that the environment gives, for as long as nobody set the product up: the set-up page offers it. */
export async function nameOrganisation(desk: Desk, organisation: string): Promise<void> {
  if (!(await isSetupOpen(desk.read()))) return
  await desk.change(system, async (change) => {
    if (await openSetupAlone(change)) await writeSettings(change.db, { organisation }, change.at)
  })
}

function checked({ email, password }: GivenAdministrator): { email: string; password: string } {
  const address = emailAddress({ required: true }).parse(email)
  if (!address.ok) throw new Error('SANAD_ADMIN_EMAIL is not an e-mail address.')
  const secret = newPassword(true).parse(password)
  if (!secret.ok)
    throw new Error(
      secret.problem.code === 'tooCommon'
        ? 'SANAD_ADMIN_PASSWORD is a password that many people use, so it is tried first: please give another.'
        : 'SANAD_ADMIN_PASSWORD needs 10 to 128 characters.',
    )
  return { email: address.value, password: secret.value }
}

type NewAdministrator = { name: string; email: string; password: string; joinSupportDesk: boolean; network: string }

/** Someone who wrote before the desk was set up is there already, as a customer: they become the administrator. */
async function makeAdministrator(change: Change, person: NewAdministrator): Promise<string> {
  const { db, at } = change
  const { name, email, password, joinSupportDesk, network } = person
  const known = await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()
  const id = known?.id ?? (await addPerson(db, { name, email, emailVerified: true, roles: [] }, at))
  if (known) await changePerson(db, id, { name, active: true }, at)
  await addRole(db, id, 'administrator')
  await setPassword(db, id, password, at)
  if (joinSupportDesk) await addMembers(db, supportDeskId, [id], at)
  await closeSetup(change)
  const after = { name, email, roles: ['administrator'], joinSupportDesk }
  await audit(change, { action: 'product.setUp', subject: `user:${id}`, actor: id, after, network })
  return id
}
