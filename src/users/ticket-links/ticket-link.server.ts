import { timingSafeEqual } from 'node:crypto'
import { minute } from '../../fields/date-time/spans.ts'
import type { Sealer } from '../../server/seal.server.ts'

/** What a link in a mail opens: one ticket, for one person, until a day; `turn` is raised to end all links of theirs. */
export type TicketLink = { ticket: number; person: string; turn: number; until: Date }

/** 'mail': as it is mailed. 'visit': what it was exchanged for, kept by the browser for a day. One never stands for the other. */
export type LinkUse = 'mail' | 'visit'

export const linkDays = 30
export const visitHours = 24

const length = 30

/**
 * The link's own words, then a keyed mark over them and over the address that it was mailed to: a link that went to an address
 * which is no longer the person's opens nothing.
 */
export function signLink(sealer: Sealer, use: LinkUse, link: TicketLink, address: string): string {
  const words = Buffer.alloc(length)
  words.writeUIntBE(link.ticket, 0, 6)
  words.write(link.person.replaceAll('-', ''), 6, 'hex')
  words.writeUInt32BE(link.turn, 22)
  words.writeUInt32BE(Math.floor(link.until.getTime() / minute), 26)
  return words.toString('base64url') + markOf(sealer, use, words, address)
}

/** What a token says of itself; believed only once `isOurs` said so. Null for what is no token. */
export function readLink(token: string): TicketLink | null {
  const words = wordsOf(token)
  if (!words) return null
  return {
    ticket: words.readUIntBE(0, 6),
    person: words.toString('hex', 6, 22).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5'),
    turn: words.readUInt32BE(22),
    until: new Date(words.readUInt32BE(26) * minute),
  }
}

/** Whether we made it, for this use, for whoever has this address. */
export function isOurs(sealer: Sealer, use: LinkUse, token: string, address: string): boolean {
  const words = wordsOf(token)
  if (!words) return false
  const given = Buffer.from(token.slice(signs))
  const expected = Buffer.from(markOf(sealer, use, words, address))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Thirty bytes are forty signs, without a remainder. */
const signs = (length / 3) * 4

function wordsOf(token: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]{72}$/u.test(token)) return null
  return Buffer.from(token.slice(0, signs), 'base64url')
}

const markOf = (sealer: Sealer, use: LinkUse, words: Buffer, address: string): string =>
  sealer.mark(`${use} ${words.toString('hex')} ${address}`).slice(0, 32)
