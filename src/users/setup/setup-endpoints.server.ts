import { system, type Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, object, string } from '../../fields/json-schema.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { defaultSettings } from '../../settings/settings.ts'
import { setUp } from './first-administrator.write.server.ts'
import { setupForm } from './setup-form.ts'
import { isSetupOpen } from './setup.write.server.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'

const about = { heading: 'users', access: 'anyone', path: '/api/v1/setup' } as const

export const setupEndpoints = (signIn: Pick<SignIn, 'open'>): Endpoint<Desk, Person | null>[] => [
  {
    ...about,
    method: 'GET',
    summary:
      'Whether the product still waits for its first set-up, and the organisation’s name where it has one by then.',
    answer: object({ open: boolean, organisation: string }, ['organisation']),
    handle: ({ desk }) => whetherOpen(desk),
  },
  {
    ...about,
    method: 'POST',
    summary: 'The first set-up, by the link that the product showed when it started. Works once, and signs in.',
    body: setupForm,
    secret: true,
    status: 201,
    answer: object({ id: string }),
    handle: (call) => handle(signIn, call),
  },
]

async function whetherOpen(desk: Desk) {
  if (!(await isSetupOpen(desk.read()))) return { open: false }
  const { organisation } = await readSettings(desk.read())
  return organisation === defaultSettings.organisation ? { open: true } : { open: true, organisation }
}

async function handle(signIn: Pick<SignIn, 'open'>, call: Call<Desk, unknown>) {
  const { desk, body, network, headers } = call
  if (!(await isSetupOpen(desk.read()))) refuse('notFound')
  const filled = readForm(setupForm, body)
  const { id, cookie } = await desk.change(system, async (change) => {
    const user = await setUp(change, filled, network)
    return { id: user, cookie: await signIn.open(change, user, { network, headers }) }
  })
  call.setHeader('set-cookie', cookie)
  return { id }
}
