import { system, type Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, object } from '../../fields/json-schema.ts'
import { emailAddress, shortText } from '../../fields/short-text/short-text.ts'
import { refuse, refuseTries } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { answerAlike } from '../sign-in/answer-alike.server.ts'
import { networkOf } from '../sign-in/network.ts'
import { openLink } from '../mailed-links/open-link.write.server.ts'
import { newPassword } from '../sign-in/password.ts'
import { languageTag, personName } from '../person-fields.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'
import { registrationLimits } from '../sign-in/tries.ts'
import { countTry } from '../sign-in/tries.write.server.ts'
import { confirmRegistration, isWaiting, register } from './registration.write.server.ts'

const registrationForm = {
  name: personName(true),
  email: emailAddress({ required: true }),
  language: languageTag,
}
const confirmForm = { token: shortText({ required: true, max: 200 }), password: newPassword(true) }

const about = { heading: 'users', access: 'anyone' } as const
type Front = Pick<SignIn, 'open' | 'hashPassword'>
type AnyCall = Call<Desk, Person | null>

export const registrationEndpoints = (signIn: Front): Endpoint<Desk, Person | null>[] => [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/registrations',
    summary: 'Whether customers may register themselves.',
    answer: object({ open: boolean }),
    handle: async ({ desk }) => ({ open: await isOpen(desk) }),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/registrations',
    summary:
      'Registers a customer: a link goes to the address. The answer is the same whether it is known here or not.',
    body: registrationForm,
    secret: true,
    status: 202,
    answer: { type: 'object', properties: {}, additionalProperties: false },
    handle: begin,
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/registrations/confirm',
    summary:
      'Proves the address by the link that was mailed, sets the password, and signs in. It works once, for a day.',
    body: confirmForm,
    secret: true,
    status: 204,
    handle: (call) => confirm(signIn, call),
  },
]

async function begin({ desk, body, network }: AnyCall) {
  await mustBeOpen(desk)
  const { language = null, ...wanted } = readForm(registrationForm, body)
  const limits = registrationLimits(wanted.email, networkOf(network))
  const now = desk.clock.now()
  const db = desk.database.primary
  if (!(await countTry(db, limits.network, now))) refuseTries(limits.network.minutes * 60, now)
  const mailed = async () => {
    if (await countTry(db, limits.address, now))
      await desk.change(system, (change) => register(change, { ...wanted, language }))
  }
  await answerAlike(mailed())
  return {}
}

async function confirm(signIn: Front, { desk, body, network, headers, setHeader }: AnyCall) {
  await mustBeOpen(desk)
  const { token, password } = readForm(confirmForm, body)
  const now = desk.clock.now()
  const cookie = await openLink({ database: desk.database, now, network }, async () => {
    if (!(await isWaiting(desk.database, token, now))) refuse('linkNotValid')
    const hash = await signIn.hashPassword(password)
    return desk.change(system, async (change) => {
      const user = await confirmRegistration(change, { token, hash, network })
      return user ? signIn.open(change, user, { network, headers }) : refuse('linkNotValid')
    })
  })
  setHeader('set-cookie', cookie)
}

const isOpen = async (desk: Desk): Promise<boolean> => (await readSettings(desk.read())).registration

async function mustBeOpen(desk: Desk): Promise<void> {
  if (!(await isOpen(desk))) refuse('notFound')
}
