import { audit } from '../../audit/audit.write.server.ts'
import { hostShape, securities } from '../../channels/email/mail-host.ts'
import { sendOne } from '../../channels/email/send-one.server.ts'
import { securityOf } from '../../channels/email/smtp-url.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { classification } from '../../fields/classification/classification.ts'
import { boolean, nullable, object, string } from '../../fields/json-schema.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { emailAddress, shortText } from '../../fields/short-text/short-text.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { seal } from '../../server/seal.server.ts'
import { logoPicture } from '../logo-picture.server.ts'
import { readSettings } from '../settings.server.ts'
import { lockSettings } from '../settings.write.server.ts'
import {
  mailServerNow,
  sealPurpose,
  storedServer,
  type MailEnvironment,
  type StoredServer,
} from './mail-server.server.ts'
import { removeMailServer, writeMailServer } from './mail-server.write.server.ts'
import { testMail } from './test-mail.server.ts'

// A name without the signs that address lists are made of.
const plainName = { matches: /^[^<>"(),:;@[\]\\\p{Cc}]+$/u, otherwise: 'wrongType' }

const serverForm = {
  host: shortText({ required: true, max: 253, shape: hostShape }),
  port: wholeNumber({ required: true, min: 1, max: 65_535 }),
  security: classification({ required: true, values: securities }),
  username: shortText({ required: false, max: 200 }),
  // absent: the stored one stays, as long as it goes to the same server
  password: shortText({ required: false, max: 500, asTyped: 'secret' }),
  senderName: shortText({ required: false, max: 100, shape: plainName }),
  senderAddress: emailAddress({ required: true }),
}

const testForm = { to: emailAddress({ required: true }) }

const answer = object({
  /** Whose word counts: the environment's (then nothing here is asked), what is stored here, or there is none. */
  source: { type: 'string', enum: ['environment', 'stored', 'none'] },
  host: nullable('string'),
  port: nullable('integer'),
  /** Null also where the environment asks for none in particular: encrypted where the server offers it. */
  security: { type: ['string', 'null'], enum: [...securities, null] },
  username: nullable('string'),
  hasPassword: boolean,
  sender: string,
  /** Where the links of mails lead; null where the environment names no PUBLIC_URL: to the address on which Sanad listens. */
  publicUrl: nullable('string'),
})

const testAnswer = object({ sent: boolean, said: nullable('string'), code: nullable('integer') })

const about = { heading: 'settings', access: 'signedIn', path: '/api/v1/mail-settings' } as const

/** The mail server, for administrators. Its password is never answered back. */
export const mailServerEndpoints = (environment: MailEnvironment): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    summary: 'The mail server in use. What the environment names comes first and is changed there.',
    answer,
    handle: async ({ desk, actor }) => {
      permit(actor, 'settings.manage')
      return shown(environment, await storedServer(desk.read()))
    },
  },
  {
    ...about,
    method: 'PUT',
    summary:
      'Stores the mail server. Without a password the stored one stays, while server and user name are the same; others ask for it anew.',
    body: serverForm,
    answer,
    handle: (call) => store(call, environment),
  },
  {
    ...about,
    method: 'DELETE',
    summary: 'Forgets the stored mail server: mails are kept, to be read in the log.',
    answer,
    handle: ({ desk, actor, network }) => {
      permit(actor, 'settings.manage')
      return desk.change(actor, async (change) => {
        await lockSettings(change.db)
        const before = await storedServer(change.db)
        await removeMailServer(change.db)
        if (before)
          await audit(change, { action: 'mailServer.removed', subject: 'mailServer', before: logged(before), network })
        return shown(environment, undefined)
      })
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/mail-settings/test',
    summary: 'Sends a test to an address and answers with what the mail server said.',
    body: testForm,
    answer: testAnswer,
    speaksOutside: true,
    handle: (call) => sendTest(call, environment),
  },
]

async function store({ desk, actor, body, network }: Call<Desk, Person>, environment: MailEnvironment) {
  permit(actor, 'settings.manage')
  const { password, senderName, senderAddress, username = null, ...server } = readForm(serverForm, body)
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = await storedServer(change.db)
    const sealed =
      password === undefined ? kept(before, { ...server, username }) : seal(environment.secret, sealPurpose, password)
    // a name signs in with a password: one that was stored is not lost without a word
    if (before?.sealed && username !== null && sealed === null) refuseFields({ field: 'password', code: 'required' })
    const after = {
      ...server,
      username,
      sealed,
      sender: senderName ? `${senderName} <${senderAddress}>` : senderAddress,
      changed_at: change.at,
    }
    await writeMailServer(change.db, after)
    const entry = {
      before: before && logged(before),
      after: { ...logged(after), passwordChanged: password !== undefined },
    }
    await audit(change, { action: 'mailServer.changed', subject: 'mailServer', ...entry, network })
    return shown(environment, { ...after, one: true })
  })
}

/** A password that was given for one server is sent to no other, and never in the clear where it was not before. */
function kept(
  before: StoredServer | undefined,
  after: Pick<StoredServer, 'host' | 'username' | 'security'>,
): string | null {
  if (!before || before.host !== after.host || before.username !== after.username) return null
  return after.security === 'none' && before.security !== 'none' ? null : before.sealed
}

const logged = ({ host, port, security, username, sender }: Omit<StoredServer, 'one'>) => ({
  host,
  port,
  security,
  username,
  sender,
})

async function sendTest({ desk, actor, body }: Call<Desk, Person>, environment: MailEnvironment) {
  permit(actor, 'settings.manage')
  const { to } = readForm(testForm, body)
  const at = desk.clock.now()
  const { smtp, from } = await mailServerNow(desk.read(), environment).catch(() =>
    // sealed with another secret than today's
    refuseFields({ field: 'password', code: 'required' }),
  )
  if (!smtp) return { sent: false, said: null, code: null }
  const settings = await readSettings(desk.read())
  const words = testMail(actor, settings, await logoPicture(desk.read(), settings, 'mail'), at)
  return sendOne(smtp, { from, secret: environment.secret, host: environment.host }, to, words, at)
}

function shown(environment: MailEnvironment, stored: StoredServer | undefined) {
  return { ...serverShown(environment, stored), publicUrl: environment.publicUrl ?? null }
}

function serverShown({ smtpUrl, mailFrom, usualFrom }: MailEnvironment, stored: StoredServer | undefined) {
  if (smtpUrl) return { source: 'environment', ...ofUrl(smtpUrl), sender: mailFrom ?? usualFrom }
  if (!stored) {
    const none = { host: null, port: null, security: null, username: null, hasPassword: false }
    return { source: 'none', ...none, sender: mailFrom ?? usualFrom }
  }
  const { host, port, security, username, sealed, sender } = stored
  return { source: 'stored', host, port, security, username, hasPassword: sealed !== null, sender: mailFrom ?? sender }
}

function ofUrl(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  return {
    host: hostname,
    port: port ? Number(port) : protocol === 'smtps:' ? 465 : 587,
    security: securityOf(url),
    username: username ? decodeURIComponent(username) : null,
    hasPassword: password !== '',
  }
}
