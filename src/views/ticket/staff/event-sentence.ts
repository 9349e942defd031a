// What happened, as a sentence for staff. The reason is people's own text: it is quoted beside the sentence, never in it.
import { ticketEntity } from '../../../entities/ticket/ticket.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'
import type { TracedEvent } from './traced-events.ts'

export type SentenceReader = {
  readonly t: Translate
  readonly format: Pick<Format, 'language'>
  readonly label: (number: number) => string
  readonly customer: string
  /** What an added field is called. */
  readonly nameOfField: (key: string) => string
}

export const sentenceOf = (event: TracedEvent, { t, format, label, customer, nameOfField }: SentenceReader): string => {
  const actor = event.actor ? event.actor.name || t('happened:erasedPerson') : t('happened:system')
  const group = event.group?.name ?? ''
  const member = event.memberBefore?.name ?? ''
  const original = label(numberIn(event, 'original'))
  switch (event.happened) {
    case 'ticketSubmitted':
      return event.details['onBehalf'] === true
        ? t('happened:staff.ticketSubmitted_onBehalf', { actor, customer })
        : t('happened:staff.ticketSubmitted', { actor })
    case 'ticketAssigned':
      return t('happened:staff.ticketAssigned', { actor, assignee: assigneeOf(event, t) })
    case 'ticketGivenBack':
      return t('happened:staff.ticketGivenBack', { actor, group })
    case 'ticketReleased':
      return t('happened:staff.ticketReleased', { member, group })
    case 'solutionProposed':
      return t('happened:staff.solutionProposed', { actor, round: numberIn(event, 'round') })
    case 'solutionApproved':
      return t(approvalKey(event), { actor })
    case 'originalAnswerAccepted':
      return t('happened:staff.originalAnswerAccepted', { actor, original })
    case 'originalAnswered':
    case 'originalAnswerWithdrawn':
    case 'originalEnded':
      return t(`happened:staff.${event.happened}`, { original })
    case 'ticketMarkedDuplicate':
      return t('happened:staff.ticketMarkedDuplicate', { actor, original })
    case 'duplicateMoved':
      return t('happened:staff.duplicateMoved', { original })
    case 'duplicateReturned':
      return t('happened:staff.duplicateReturned', { actor, original })
    case 'ticketRated': {
      const { max } = ticketEntity.rating.fields.score
      return t('happened:staff.ticketRated', { actor, score: numberIn(event, 'score'), max })
    }
    case 'textTranslated':
      return t('happened:staff.textTranslated', {
        actor,
        field: fieldOf(event, t, nameOfField),
        language: languageOf(event, format),
      })
    case 'ticketClosedBySilence':
    case 'solutionReminded':
      return t(`happened:staff.${event.happened}`)
    default:
      return t(`happened:staff.${event.happened}`, { actor })
  }
}

const approvalKey = ({ details }: TracedEvent) => {
  const isEdited = details['edited'] === true
  if (details['selfReviewed'] === true)
    return isEdited
      ? 'happened:staff.solutionApproved_selfReviewedEdited'
      : 'happened:staff.solutionApproved_selfReviewed'
  return isEdited ? 'happened:staff.solutionApproved_edited' : 'happened:staff.solutionApproved'
}

const assigneeOf = ({ group, member }: TracedEvent, t: Translate): string => {
  if (!member) return group?.name ?? ''
  return group ? t('staffTicket:memberOfGroup', { member: member.name, group: group.name }) : member.name
}

const numberIn = ({ details, after }: TracedEvent, name: string): number => {
  const value = details[name] ?? after[name]
  return typeof value === 'number' ? value : 0
}

/** title, description, comment, solution:2, reason:7, message:…, custom:… */
const fieldOf = ({ details }: TracedEvent, t: Translate, nameOfField: (key: string) => string): string => {
  const [kind = '', which = ''] = textIn(details['field']).split(':')
  if (kind === 'custom') return nameOfField(which)
  if (kind === 'reason') return t('glossary:action.reason')
  return (
    t.maybe('glossary', `field.${kind}`) ??
    t.maybe('glossary', `conversation.${kind}`) ??
    t('glossary:conversation.reply')
  )
}

const languageOf = ({ details }: TracedEvent, format: Pick<Format, 'language'>): string =>
  format.language(textIn(details['language']))

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
