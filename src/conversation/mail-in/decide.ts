import type { Automatic } from '../../channels/email/inbound/automatic.ts'
import type { Reach } from '../../channels/email/inbound/reach.ts'
import type { SenderProof } from '../../channels/email/inbound/sender-proof.ts'
import type { Decided } from './reasons.ts'

/** What is known of a mail and of whoever seems to have written it. */
export type MailFacts = {
  isOwn: boolean
  automatic: Automatic | null
  hasSender: boolean
  /** The ticket that a mark of ours names: of the address that it was sent to, or the id of a mail of ours that it answers. */
  marked: { ticket: number; by: 'replyMark' | 'ownMessageId'; reaches: Reach } | null
  /** From which side the sender sees the marked ticket; null: they do not take part. */
  side: 'staff' | 'customer' | null
  /** null: nobody has this address yet. Whether they showed that it is theirs says `proven`. */
  person: { active: boolean; proven: boolean; maySubmit: boolean } | null
  proof: SenderProof
  /** Within the hour before. */
  fromSender: { taken: number; newTickets: number }
  onTicket: number
}

/** However a machine may write to a machine, it ends here. */
const ladders = { fromSender: 20, newTickets: 5, onTicket: 10 }

/**
 * What becomes of a mail. It joins a ticket only by a mark that we made and nobody can guess, and only from somebody who takes
 * part already; all else is a new request, or waits for somebody to look.
 */
export function decide(facts: MailFacts): Decided {
  const { automatic, marked } = facts
  if (facts.isOwn) return { decision: 'ignored', reason: 'ownMail' }
  if (automatic === 'bounce') return { decision: 'ignored', reason: 'bounce', ticket: marked?.ticket ?? null }
  if (automatic === 'autoReply' && marked) return { decision: 'ignored', reason: 'autoReply', ticket: marked.ticket }
  if (automatic) return held(automatic === 'list' ? 'list' : 'automatic', marked?.ticket)
  if (!facts.hasSender) return held('noSender')
  if (facts.person?.active === false) return held('inactivePerson')
  if (facts.fromSender.taken >= ladders.fromSender) return held('tooManyFromSender')
  return marked ? join(facts, marked) : begin(facts)
}

function join(
  { side, proof, onTicket }: MailFacts,
  { ticket, by, reaches }: NonNullable<MailFacts['marked']>,
): Decided {
  if (side === null) return held('notTakingPart', ticket)
  if (proof === 'notProven') return held('senderNotProven', ticket)
  // what staff say goes out in the organisation's name: a mail that merely says so is not enough
  if (side === 'staff' && proof !== 'proven') return held('staffNotProven', ticket)
  if (onTicket >= ladders.onTicket) return held('tooManyOnTicket', ticket)
  return { decision: 'joined', reason: by, ticket, reaches: side === 'staff' ? reaches : 'everyone' }
}

function begin({ person, proof, fromSender }: MailFacts): Decided {
  // what is forged in their name would be mailed to them in the forger's words, and count against their own mails
  if (person?.proven && proof === 'notProven') return held('senderNotProven')
  if (person && !person.maySubmit) return held('staffWrote')
  if (fromSender.newTickets >= ladders.newTickets) return held('tooManyFromSender')
  return { decision: 'newTicket', reason: person ? 'oldCustomer' : 'noMark' }
}

const held = (reason: Extract<Decided, { decision: 'held' | 'ignored' }>['reason'], ticket: number | null = null) =>
  ({ decision: 'held', reason, ticket }) as const
