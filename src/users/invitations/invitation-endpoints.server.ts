import type { Person } from '../../entities/person/actor.ts'
import { system } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { acceptInvitation } from './invitations.write.server.ts'
import { openLink } from '../mailed-links/open-link.write.server.ts'
import { newPassword } from '../sign-in/password.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'

const form = { token: shortText({ required: true, max: 200 }), password: newPassword(true) }

export const invitationEndpoints = (signIn: SignIn): Endpoint<Desk, Person | null>[] => [
  {
    method: 'POST',
    path: '/api/v1/invitations/accept',
    summary:
      'Chooses the first password by the link that was mailed, and signs in. The link works once, for seven days.',
    heading: 'users',
    access: 'anyone',
    body: form,
    secret: true,
    status: 204,
    handle: (call) => accept(signIn, call),
  },
]

async function accept(signIn: SignIn, call: Call<Desk, Person | null>) {
  const { desk, body, network, headers } = call
  const { token, password } = readForm(form, body)
  const cookie = await openLink({ database: desk.database, now: desk.clock.now(), network }, () =>
    desk.change(system, async (change) => {
      const user = await acceptInvitation(change, token, password)
      return user ? signIn.open(change, user, { network, headers }) : refuse('linkNotValid')
    }),
  )
  call.setHeader('set-cookie', cookie)
}
