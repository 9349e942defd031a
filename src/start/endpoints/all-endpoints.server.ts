import { apiKeyEndpoints } from '../../api-keys/api-key-endpoints.server.ts'
import { auditEndpoints } from '../../audit/audit-endpoints.server.ts'
import { cannedAnswerEndpoints } from '../../conversation/canned-answers/canned-answer-endpoints.server.ts'
import { fileEndpoints } from '../../conversation/files/file-endpoints.server.ts'
import { writingEndpoints } from '../../conversation/writing/writing-endpoints.server.ts'
import { inboundMailEndpoints } from '../../conversation/mail-in/inbound-mail-endpoints.server.ts'
import { mailboxEndpoints } from '../../conversation/mail-in/mailbox-endpoints.server.ts'
import { presenceEndpoints } from '../../conversation/presence/presence-endpoints.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { groupEndpoints } from '../../groups/group-endpoints.server.ts'
import { helpEndpoints } from '../../help/help-endpoints.server.ts'
import { failedTellingEndpoints } from '../../interactions/failed-telling-endpoints.server.ts'
import { heldMailEndpoints } from '../../interactions/held-mail-endpoints.server.ts'
import { interactionEndpoints } from '../../interactions/interaction-endpoints.server.ts'
import { mailEndpoints } from '../../interactions/mail-endpoints.server.ts'
import { myTellingEndpoints } from '../../interactions/my-telling-endpoints.server.ts'
import { noticeEndpoints } from '../../interactions/notice-endpoints.server.ts'
import { explainEndpoints } from '../../permissions/explain/explain-endpoints.server.ts'
import { roleEndpoints } from '../../permissions/role-endpoints.server.ts'
import { closedTicketsFilters } from '../../queries/closed-tickets/closed-tickets.ts'
import { closedTicketsEndpoints } from '../../queries/closed-tickets/closed-tickets-endpoints.server.ts'
import { lookAlikesEndpoints } from '../../queries/look-alikes/look-alikes-endpoints.server.ts'
import { exportEndpoints } from '../../queries/exports/export-endpoints.server.ts'
import { savedQueryEndpoints } from '../../queries/saved-queries/saved-query-endpoints.server.ts'
import { reportEndpoints } from '../../reports/report-endpoints.server.ts'
import { sendReportEndpoints } from '../../reports/send-report-endpoints.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import type { Queue } from '../../server/jobs/queue.server.ts'
import type { Presences } from '../../server/live/presences.server.ts'
import { addedFieldEndpoints } from '../../settings/added-fields/added-field-endpoints.server.ts'
import { labelEndpoints } from '../../settings/label-endpoints.server.ts'
import { logoEndpoints } from '../../settings/logo-endpoints.server.ts'
import { mailServerEndpoints } from '../../settings/mail-server/mail-server-endpoints.server.ts'
import type { MailEnvironment } from '../../settings/mail-server/mail-server.server.ts'
import { settingsEndpoints } from '../../settings/settings-endpoints.server.ts'
import { statisticsEndpoints } from '../../statistics/statistics-endpoints.server.ts'
import { customerEndpoints } from '../../users/customer-endpoints.server.ts'
import { invitationEndpoints } from '../../users/invitations/invitation-endpoints.server.ts'
import { linkEndpoints } from '../../users/mailed-links/link-endpoints.server.ts'
import { importEndpoints } from '../../users/import/import-endpoints.server.ts'
import { organisationEndpoints } from '../../users/organisations/organisation-endpoints.server.ts'
import { myAccountEndpoints } from '../../users/my-account/my-account-endpoints.server.ts'
import { meEndpoints } from '../../users/my-account/me-endpoints.server.ts'
import { secondFactorEndpoints } from '../../users/second-factor/second-factor-endpoints.server.ts'
import { providerEndpoints, signInWaysEndpoints } from '../../users/outside/provider-endpoints.server.ts'
import { registrationEndpoints } from '../../users/registration/registration-endpoints.server.ts'
import { setupEndpoints } from '../../users/setup/setup-endpoints.server.ts'
import type { SignIn } from '../../users/sign-in/sign-in.server.ts'
import { userEndpoints } from '../../users/user-endpoints.server.ts'
import { ticketLinkEndpoints } from '../../users/ticket-links/ticket-link-endpoints.server.ts'
import type { TicketLinks } from '../../users/ticket-links/ticket-links.server.ts'
import { exportables } from '../exportables.server.ts'
import { queryEndpoints } from './query-endpoints.server.ts'
import { ticketEndpoints } from './ticket-endpoints.server.ts'

/** What some of them reach beyond the desk: the mail server and the queue. */
export type Outside = {
  mail: MailEnvironment
  queue: Queue
  presences: Presences
  links: TicketLinks
  blobs: BlobStore
  /** Where exports lie until they are fetched. */
  exportFiles: BlobStore
}

/** The whole interface, in the order in which it is published. */
export function allEndpoints(
  signIn: SignIn,
  { mail, queue, presences, links, blobs, exportFiles }: Outside,
): Endpoint<Desk, Person>[] {
  return [
    ...ticketEndpoints,
    ...presenceEndpoints(presences),
    ...queryEndpoints,
    ...lookAlikesEndpoints,
    ...closedTicketsEndpoints,
    ...exportEndpoints(exportables, exportFiles),
    ...savedQueryEndpoints({ 'closed-tickets': closedTicketsFilters }),
    ...statisticsEndpoints,
    ...reportEndpoints,
    ...sendReportEndpoints,
    ...userEndpoints,
    ...customerEndpoints,
    ...importEndpoints,
    ...groupEndpoints,
    ...organisationEndpoints,
    ...roleEndpoints,
    ...explainEndpoints,
    ...apiKeyEndpoints,
    ...settingsEndpoints,
    ...addedFieldEndpoints,
    ...labelEndpoints,
    ...(logoEndpoints as Endpoint<Desk, Person>[]),
    ...auditEndpoints,
    ...noticeEndpoints,
    ...interactionEndpoints,
    ...mailEndpoints,
    ...heldMailEndpoints,
    ...failedTellingEndpoints(queue),
    ...mailServerEndpoints(mail),
    ...mailboxEndpoints(mail.secret),
    ...inboundMailEndpoints(blobs, mail.secret),
    ...fileEndpoints(blobs),
    ...writingEndpoints,
    ...cannedAnswerEndpoints,
    ...helpEndpoints,
    ...meEndpoints(signIn),
    ...myAccountEndpoints(signIn),
    ...secondFactorEndpoints(signIn),
    ...providerEndpoints(signIn),
    ...(signInWaysEndpoints as Endpoint<Desk, Person>[]),
    ...myTellingEndpoints,
    // these are for people who are not signed in: their handlers ask nothing of the caller
    ...(setupEndpoints(signIn) as Endpoint<Desk, Person>[]),
    ...(invitationEndpoints(signIn) as Endpoint<Desk, Person>[]),
    ...(linkEndpoints as Endpoint<Desk, Person>[]),
    ...(registrationEndpoints(signIn) as Endpoint<Desk, Person>[]),
    ...(ticketLinkEndpoints(links) as Endpoint<Desk, Person>[]),
  ]
}
