import { hostShape, securities } from '../../channels/email/mail-host.ts'
import { classification } from '../../fields/classification/classification.ts'
import { boolean, instant, integer, nullable, object, string } from '../../fields/json-schema.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { emailAddress, shortText } from '../../fields/short-text/short-text.ts'
import { id } from '../../fields/user/user.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'

// what a mail server calls itself in Authentication-Results
const serverName = { matches: /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/, otherwise: 'wrongType' }

export const mailboxForm = {
  address: emailAddress({ required: true }),
  host: shortText({ required: true, max: 253, shape: hostShape }),
  port: wholeNumber({ required: true, min: 1, max: 65_535 }),
  security: classification({ required: true, values: securities }),
  username: shortText({ required: true, max: 200 }),
  password: shortText({ required: true, max: 500, asTyped: 'secret' }),
  folder: shortText({ required: false, max: 200 }),
  // whose new tickets come from here; absent: the Support Desk's
  group: { ...id({ required: true }), required: false as const },
  trustedServer: shortText({ required: false, max: 253, shape: serverName }),
  // its mail server delivers address+anything@ too; absent: it does
  plusAddress: yesNo({ required: false }),
}

const optional = <F extends object>(field: F) => ({ ...field, required: false as const })

/** Everything may be left out; its address stays, since answers to older mails come to it. */
export const mailboxChangeForm = {
  host: optional(mailboxForm.host),
  port: optional(mailboxForm.port),
  security: optional(mailboxForm.security),
  username: optional(mailboxForm.username),
  password: optional(mailboxForm.password),
  folder: optional(mailboxForm.folder),
  group: mailboxForm.group,
  trustedServer: mailboxForm.trustedServer,
  plusAddress: mailboxForm.plusAddress,
  active: yesNo({ required: false }),
}

/** What is tried; `id` names the mailbox whose kept password is used. */
export const tryMailboxForm = {
  id: { ...id({ required: true }), required: false as const },
  host: mailboxForm.host,
  port: mailboxForm.port,
  security: mailboxForm.security,
  username: mailboxForm.username,
  password: optional(mailboxForm.password),
  folder: optional(mailboxForm.folder),
}

const properties = {
  id: string,
  address: string,
  host: string,
  port: integer,
  security: { type: 'string', enum: securities },
  username: string,
  folder: string,
  active: boolean,
  group: nullable('string'),
  trustedServer: nullable('string'),
  plusAddress: boolean,
  state: { type: 'string', enum: ['new', 'reading', 'failing'] },
  stateSince: instant,
  lastError: nullable('string'),
  heardAt: nullable('string', 'date-time'),
  lastMailAt: nullable('string', 'date-time'),
  // active, and not heard of for ten minutes
  silent: boolean,
}

export const mailboxAnswer = object(properties)

export const triedAnswer = object({
  reached: boolean,
  // what the mail server said, or what kept it from being asked
  said: nullable('string'),
  mails: nullable('integer'),
  folders: { type: 'array', items: string },
})
