import type { Selectable } from 'kysely'
import { audit } from '../../audit/audit.write.server.ts'
import { differences } from '../../audit/differences.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { MailboxRow } from '../../entities/mail-tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { wholeList } from '../../fields/json-schema.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { newId } from '../../server/ids.server.ts'
import { seal } from '../../server/seal.server.ts'
import { mailboxAnswer, mailboxChangeForm, mailboxForm, triedAnswer, tryMailboxForm } from './mailbox-forms.ts'
import { isSilent } from './mailbox.ts'
import { addMailbox, changeMailbox, removeMailbox } from './mailbox.write.server.ts'
import { mailboxSeal } from './read-mailboxes.server.ts'
import { goesElsewhere, tryMailbox } from './try-mailbox.server.ts'

const about = { heading: 'mailboxes', access: 'signedIn' } as const
const path = '/api/v1/mailboxes'

/** Mailboxes that are read, for administrators. A password is never answered back. */
export const mailboxEndpoints = (secret: string): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    path,
    summary: 'The mailboxes that are read, and how each of them does.',
    answer: wholeList(mailboxAnswer),
    handle: async ({ desk, actor }) => {
      permit(actor, 'settings.manage')
      const rows = await desk.read().selectFrom('mailbox').selectAll().orderBy('address').execute()
      return { items: rows.map((row) => present(row, desk.clock.now())), next: null }
    },
  },
  {
    ...about,
    method: 'POST',
    path,
    summary: 'Adds a mailbox. What lies in it already stays there; what comes from now on is taken in.',
    body: mailboxForm,
    answer: mailboxAnswer,
    status: 201,
    secret: true,
    handle: (call) => add(call, secret),
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/try`,
    summary: 'Signs in to a mail server and looks for the folder, as the form says; keeps, reads and marks nothing.',
    body: tryMailboxForm,
    answer: triedAnswer,
    secret: true,
    speaksOutside: true,
    handle: (call) => tryMailbox(call, secret),
  },
  {
    ...about,
    method: 'PATCH',
    path: `${path}/:id`,
    summary: 'Changes a mailbox. Another host or user name asks for the password anew.',
    body: mailboxChangeForm,
    answer: mailboxAnswer,
    secret: true,
    handle: (call) => changeOne(call, secret),
  },
  {
    ...about,
    method: 'DELETE',
    path: `${path}/:id`,
    summary: 'Reads a mailbox no longer. The mails that came by it stay.',
    answer: { type: 'object', properties: {}, additionalProperties: false },
    handle: ({ desk, actor, params, network }) => {
      permit(actor, 'settings.manage')
      return desk.change(actor, async (change) => {
        const before = await locked(change, idIn(params))
        await removeMailbox(change.db, before.id)
        await audit(change, {
          action: 'mailbox.removed',
          subject: `mailbox:${before.id}`,
          before: logged(before),
          network,
        })
        return {}
      })
    },
  },
]

async function add({ desk, actor, body, network }: Call<Desk, Person>, secret: string) {
  permit(actor, 'settings.manage')
  const form = readForm(mailboxForm, body)
  const { password, folder = 'INBOX', group = null, trustedServer = null, plusAddress = true, ...rest } = form
  return desk.change(actor, async (change) => {
    await checkGroup(change, group)
    const row = {
      ...rest,
      id: newId(),
      sealed: seal(secret, mailboxSeal, password),
      folder,
      group_id: group,
      trusted_server: trustedServer,
      plus_address: plusAddress,
      active: true,
      uid_validity: null,
      uid_next: null,
      state: 'new' as const,
      state_since: change.at,
      last_error: null,
      heard_at: null,
      silence_told_at: null,
      last_mail_at: null,
      takes_from: change.at,
      created_at: change.at,
    }
    await addMailbox(change.db, row)
    await audit(change, { action: 'mailbox.added', subject: `mailbox:${row.id}`, after: logged(row), network })
    return present(row, change.at)
  })
}

async function changeOne({ desk, actor, params, body, network }: Call<Desk, Person>, secret: string) {
  permit(actor, 'settings.manage')
  return desk.change(actor, async (change) => {
    const before = await locked(change, idIn(params))
    const { password, group, trustedServer, plusAddress, ...rest } = readForm(mailboxChangeForm, body)
    if (group) await checkGroup(change, group)
    const after = {
      ...before,
      ...rest,
      ...(group === undefined ? {} : { group_id: group }),
      ...(trustedServer === undefined ? {} : { trusted_server: trustedServer }),
      ...(plusAddress === undefined ? {} : { plus_address: plusAddress }),
      ...(password === undefined ? {} : { sealed: seal(secret, mailboxSeal, password) }),
    }
    if (password === undefined && goesElsewhere(before, after)) refuseFields({ field: 'password', code: 'required' })
    if (after.host !== before.host || after.username !== before.username || after.folder !== before.folder)
      Object.assign(after, {
        uid_validity: null,
        uid_next: null,
        takes_from: change.at,
        ...notHeardYet(change.at),
      })
    else if (after.active && !before.active) Object.assign(after, notHeardYet(change.at))
    await changeMailbox(change.db, after)
    const changed = differences<object>(logged(before), {
      ...logged(after),
      ...(password === undefined ? {} : { passwordChanged: true }),
    })
    if (changed.any)
      await audit(change, { action: 'mailbox.changed', subject: `mailbox:${before.id}`, ...changed, network })
    return present(after, change.at)
  })
}

/** What is heard of it from now on is news, and so is its silence. */
const notHeardYet = (at: Date) => ({ state: 'new', state_since: at, last_error: null, silence_told_at: null })

type Mailbox = Selectable<MailboxRow>

async function locked({ db }: Change, id: string): Promise<Mailbox> {
  const row = await db.selectFrom('mailbox').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? refuse('notFound')
}

async function checkGroup({ db }: Change, group: string | null): Promise<void> {
  if (group === null) return
  const found = await db.selectFrom('user_group').select('id').where('id', '=', group).executeTakeFirst()
  if (!found) refuseFields({ field: 'group', code: 'notInList' })
}

const logged = ({ address, host, port, security, username, folder, active, ...row }: Mailbox) => ({
  address,
  host,
  port,
  security,
  username,
  folder,
  group: row.group_id,
  trustedServer: row.trusted_server,
  plusAddress: row.plus_address,
  active,
})

const present = (row: Mailbox, now: Date) => ({
  id: row.id,
  ...logged(row),
  state: row.state,
  stateSince: row.state_since.toISOString(),
  lastError: row.last_error,
  heardAt: row.heard_at?.toISOString() ?? null,
  lastMailAt: row.last_mail_at?.toISOString() ?? null,
  silent: row.active && isSilent(row, now),
})
