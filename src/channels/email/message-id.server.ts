import { createHmac } from 'node:crypto'

export type MailIdentity = {
  /** Keys the ids, so that nobody can compute the id of a mail from what they know of it. */
  secret: string
  /** The right-hand side of our ids: the host that mails are sent for. */
  host: string
}

/** The same for every try of a mail: receivers can fold repeats. */
export const messageIdOf = (identity: MailIdentity, mail: string): string => idOf(identity, `mail ${mail}`)

/** All mails of a ticket answer to this one, so that mail programs show them as one conversation. */
export const threadIdOf = (identity: MailIdentity, ticket: number): string => idOf(identity, `ticket ${ticket}`)

function idOf({ secret, host }: MailIdentity, what: string): string {
  const local = createHmac('sha256', secret).update(what).digest('base64url').slice(0, 32)
  return `<${local}@${host}>`
}

/** 'Sanad <help@example.com>' or 'help@example.com' → help@example.com. */
export const addressOf = (from: string): string | undefined => /([^\s<>@]+@[^\s<>@]+)>?\s*$/u.exec(from)?.[1]

/** 'Sanad <help@example.com>' or 'help@example.com' → example.com; else the host of the address that people open. */
export function mailHost(from: string, publicUrl: string | undefined): string {
  const ofAddress = /@([^\s<>@]+)>?\s*$/u.exec(from)?.[1]
  return ofAddress ?? (publicUrl ? new URL(publicUrl).hostname : 'localhost')
}
