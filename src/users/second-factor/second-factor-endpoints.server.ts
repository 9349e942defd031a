import { audit } from '../../audit/audit.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, integer, nullable, object, string } from '../../fields/json-schema.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { permitGoverning } from '../administrators.server.ts'
import { endLinks } from '../invitations/invitations.write.server.ts'
import { inPerson } from '../my-account/in-person.server.ts'
import { givenPassword } from '../sign-in/password.ts'
import { endOtherSessions, endSessions } from '../sign-in/session.write.server.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'
import { codeLimits } from '../sign-in/tries.ts'
import { beginTry } from '../sign-in/tries.write.server.ts'
import { oneUser } from '../users.server.ts'
import { secondFactorOf } from './second-factor.server.ts'
import { beginSecondFactor, confirmSecondFactor } from './second-factor.write.server.ts'
import { removeSecondFactor, renewRecoveryCodes } from './second-factor.write.server.ts'
import { uriOf } from './totp.server.ts'

const passwordForm = { password: givenPassword }
const codeForm = { code: shortText({ required: true, max: 10 }) }

const codes = object({ recoveryCodes: { type: 'array', items: string } })
const status = object({
  on: boolean,
  since: nullable('string', 'date-time'),
  recoveryCodesLeft: integer,
  required: boolean,
})

const about = { heading: 'users', access: 'signedIn' } as const
const path = '/api/v1/me/second-factor'

type Front = Pick<SignIn, 'provePassword' | 'tokenIn' | 'sealer'>

export const secondFactorEndpoints = (signIn: Front): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    path,
    summary: 'Whether signing in asks the caller for a code as well, and whether a role of theirs requires it.',
    answer: status,
    async handle({ desk, actor }) {
      const { since, ...others } = await secondFactorOf(desk.read(), actor.id)
      return { ...others, since: since?.toISOString() ?? null }
    },
  },
  {
    ...about,
    method: 'POST',
    path,
    inPerson: true,
    summary: 'Begins to set it up: the secret for the authenticator. It counts from the first code that is given.',
    body: passwordForm,
    secret: true,
    answer: object({ secret: string, uri: string }),
    handle: (call) => begin(signIn, call),
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/confirm`,
    inPerson: true,
    summary: 'Turns it on with the first code. The recovery codes are shown here and never again.',
    body: codeForm,
    secret: true,
    answer: codes,
    handle: (call) => confirm(signIn, call),
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/recovery-codes`,
    inPerson: true,
    summary: 'New recovery codes; the old ones stop working.',
    body: passwordForm,
    secret: true,
    answer: codes,
    async handle({ desk, actor, body, network }) {
      inPerson(actor)
      await signIn.provePassword(actor, readForm(passwordForm, body).password, 'password')
      return desk.change(actor, async (change) => {
        const recoveryCodes = (await renewRecoveryCodes(change, actor.id, signIn.sealer)) ?? refuse('notFound')
        await audit(change, { action: 'secondFactor.codesRenewed', subject: `user:${actor.id}`, network })
        return { recoveryCodes }
      })
    },
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/off`,
    inPerson: true,
    summary: 'Turns it off.',
    body: passwordForm,
    secret: true,
    status: 204,
    async handle({ desk, actor, body, network }) {
      inPerson(actor)
      await signIn.provePassword(actor, readForm(passwordForm, body).password, 'password')
      await turnOff(desk, actor, actor.id, network)
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/users/:id/second-factor/off',
    summary: 'Takes the second factor from someone who lost it, and ends their sessions. They set it up anew.',
    body: {},
    status: 204,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'user.manage')
      const user = (await oneUser(desk.read(), idIn(params))) ?? refuse('notFound')
      readForm({}, body ?? {})
      await turnOff(desk, actor, user.id, network)
    },
  },
]

async function begin(signIn: Front, { desk, actor, body }: Call<Desk, Person>) {
  inPerson(actor)
  await signIn.provePassword(actor, readForm(passwordForm, body).password, 'password')
  return desk.change(actor, async (change) => {
    const secret = (await beginSecondFactor(change, actor.id, signIn.sealer)) ?? refuse('alreadyThere')
    const { organisation } = await readSettings(change.db)
    return { secret, uri: uriOf(secret, organisation, actor.email) }
  })
}

async function confirm(signIn: Front, { desk, actor, body, headers, network }: Call<Desk, Person>) {
  inPerson(actor)
  const { code } = readForm(codeForm, body)
  const attempt = await beginTry(desk.database.primary, codeLimits(actor.id), desk.clock.now())
  const recoveryCodes = await desk.change(actor, async (change) => {
    const made = await confirmSecondFactor(change, actor.id, code, signIn.sealer)
    if (!made) return null
    await endOtherSessions(change.db, actor.id, signIn.tokenIn(headers))
    await endLinks(change.db, actor.id)
    await audit(change, { action: 'secondFactor.on', subject: `user:${actor.id}`, network })
    return made
  })
  await (recoveryCodes ? attempt.succeeded() : attempt.failed())
  return recoveryCodes ? { recoveryCodes } : refuseFields({ field: 'code', code: 'wrongCode' })
}

async function turnOff(desk: Desk, actor: Person, user: string, network: string): Promise<void> {
  await desk.change(actor, async (change) => {
    if (user !== actor.id) {
      await permitGoverning(change.db, actor, { people: [user] })
      await endSessions(change.db, user)
    }
    if (await removeSecondFactor(change.db, user))
      await audit(change, { action: 'secondFactor.off', subject: `user:${user}`, network })
  })
}
