import { auditEndpoints } from '../../audit/audit-endpoints.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { groupEndpoints } from '../../groups/group-endpoints.server.ts'
import { interactionEndpoints } from '../../interactions/interaction-endpoints.server.ts'
import { mailEndpoints } from '../../interactions/mails.server.ts'
import { noticeEndpoints } from '../../interactions/notices.server.ts'
import { roleEndpoints } from '../../permissions/role-endpoints.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { addedFieldEndpoints } from '../../settings/added-fields/added-field-endpoints.server.ts'
import { labelEndpoints } from '../../settings/label-endpoints.server.ts'
import { logoEndpoints } from '../../settings/logo.server.ts'
import { settingsEndpoints } from '../../settings/settings-endpoints.server.ts'
import { invitationEndpoints } from '../../users/invitation-endpoints.server.ts'
import { meEndpoints } from '../../users/me-endpoints.server.ts'
import { setupEndpoints } from '../../users/setup-endpoints.server.ts'
import type { SignIn } from '../../users/sign-in.server.ts'
import { userEndpoints } from '../../users/user-endpoints.server.ts'
import { queryEndpoints } from './query-endpoints.server.ts'
import { ticketEndpoints } from './ticket-endpoints.server.ts'

/** The whole interface, in the order in which it is published. */
export function allEndpoints(signIn: SignIn): Endpoint<Desk, Person>[] {
  return [
    ...ticketEndpoints,
    ...queryEndpoints,
    ...userEndpoints,
    ...groupEndpoints,
    ...roleEndpoints,
    ...settingsEndpoints,
    ...addedFieldEndpoints,
    ...labelEndpoints,
    ...(logoEndpoints as Endpoint<Desk, Person>[]),
    ...auditEndpoints,
    ...noticeEndpoints,
    ...interactionEndpoints,
    ...mailEndpoints,
    ...meEndpoints(signIn),
    // these are for people who are not signed in: their handlers ask nothing of the caller
    ...(setupEndpoints(signIn) as Endpoint<Desk, Person>[]),
    ...(invitationEndpoints(signIn) as Endpoint<Desk, Person>[]),
  ]
}
