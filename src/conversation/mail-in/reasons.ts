import type { Reach } from '../../channels/email/inbound/reach.ts'

/** Why a mail became what it became, by a code that the pages say in words. */
export const mailReasons = {
  newTicket: ['noMark', 'oldCustomer', 'byHand'],
  joined: ['replyMark', 'ownMessageId', 'byHand'],
  held: [
    'noSender',
    'notTakingPart',
    'senderNotProven',
    'staffNotProven',
    'staffWrote',
    'inactivePerson',
    'automatic',
    'list',
    'tooManyFromSender',
    'tooManyOnTicket',
  ],
  ignored: ['ownMail', 'bounce', 'autoReply', 'byHand'],
} as const

export type MailDecision = keyof typeof mailReasons
export type MailReason = (typeof mailReasons)[MailDecision][number]

export type Decided =
  | { decision: 'newTicket'; reason: (typeof mailReasons.newTicket)[number] }
  | { decision: 'joined'; reason: (typeof mailReasons.joined)[number]; ticket: number; reaches: Reach }
  | { decision: 'held' | 'ignored'; reason: MailReason; ticket?: number | null }
