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

/** Whose thread one of these ids is, among the numbers in a subject: servers that give our mails ids of their own leave it. */
export const threadAmong = (secret: string, ids: readonly string[], subject: string): number | null =>
  (subject.match(/\d{1,15}/gu) ?? [])
    .slice(0, 20)
    .map(Number)
    .find((ticket) => ids.some((id) => id.startsWith(`<${localOf(secret, `ticket ${ticket}`)}@`))) ?? null

const idOf = ({ secret, host }: MailIdentity, what: string): string => `<${localOf(secret, what)}@${host}>`

const localOf = (secret: string, what: string): string =>
  createHmac('sha256', secret).update(what).digest('base64url').slice(0, 32)

/** 'Sanad <help@example.com>' or 'help@example.com' → help@example.com. */
export const addressOf = (from: string): string | undefined => /([^\s<>@]+@[^\s<>@]+)>?\s*$/u.exec(from)?.[1]

/** 'Sanad <help@example.com>' or 'help@example.com' → example.com; else the host of the address that people open. */
export function mailHost(from: string, publicUrl: string | undefined): string {
  const ofAddress = /@([^\s<>@]+)>?\s*$/u.exec(from)?.[1]
  return ofAddress ?? (publicUrl ? new URL(publicUrl).hostname : 'localhost')
}
