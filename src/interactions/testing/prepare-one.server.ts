import type { Mail } from '../../channels/email/mail.ts'
import type { Prepared } from '../../channels/email/outbox.server.ts'
import type { Desk } from '../../events/desk.server.ts'
import { prepareMails, type MailSettings } from '../prepare-mail.server.ts'

export const prepareMail = (desk: Desk, settings: MailSettings, mail: Mail): Promise<Prepared> =>
  prepareMails(desk, settings, [mail])[0]!
