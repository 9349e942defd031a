import { invitationEndpoints } from '../invitations/invitation-endpoints.server.ts'
import { linkEndpoints } from '../mailed-links/link-endpoints.server.ts'
import { registrationEndpoints } from '../registration/registration-endpoints.server.ts'
import { userEndpoints } from '../user-endpoints.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import type { SignInTest } from './sign-in-test.server.ts'

/** Everything that mails a link, and everything that takes one. */
export const callsAboutLinks = (at: SignInTest) =>
  callsTo(at.desk, [
    ...userEndpoints,
    ...invitationEndpoints(at.front),
    ...registrationEndpoints(at.front),
    ...linkEndpoints,
  ])

/** Of the link that was mailed last. */
export async function lastToken(at: SignInTest): Promise<string> {
  const mail = (await at.mails()).at(-1)!
  return (mail.says as { variables: { link: string } }).variables.link.split('#')[1]!
}
