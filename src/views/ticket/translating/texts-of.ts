// Which texts of a ticket somebody may translate: staff who translate all that they see, its customer what they wrote themselves.
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import type { PresentedEvent, PresentedMessage, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { isAskedOf } from '../../../settings/added-fields/added-field.ts'
import type { ShownField } from '../../added-fields/fields-question.tsx'

export type TextToTranslate = {
  /** As the verb names it: 'title', 'message:<id>', 'custom:<key>', 'solution:2', 'reason:7'. */
  readonly field: string
  readonly kind: 'title' | 'description' | 'custom' | 'comment' | 'message' | 'note' | 'solution' | 'reason'
  readonly text: PresentedText
  readonly author: string
  readonly round?: number
  /** Of an added field. */
  readonly label?: PresentedText
}

export const textsOf = (
  ticket: Pick<PresentedTicket, 'title' | 'description' | 'customer' | 'custom' | 'rating' | 'rounds' | 'side'>,
  messages: readonly PresentedMessage[],
  events: readonly PresentedEvent[],
  fields: readonly ShownField[],
  me: { readonly id: string; readonly translatesAll: boolean },
): TextToTranslate[] => {
  const { title, description, customer, custom, rating, rounds } = ticket
  const isAll = ticket.side === 'staff' && me.translatesAll
  const all: (TextToTranslate & { readonly by: string })[] = [
    { field: 'title', kind: 'title', text: title, author: customer.name, by: customer.id },
    { field: 'description', kind: 'description', text: description, author: customer.name, by: customer.id },
    ...fields
      .filter(({ key, type }) => type === 'multilingual-text' && custom[key] !== undefined)
      .map((field) => ({
        field: `custom:${field.key}`,
        kind: 'custom' as const,
        text: custom[field.key] as PresentedText,
        label: field.label,
        author: customer.name,
        by: isAskedOf(field, 'customer') ? customer.id : '',
      })),
    ...messages.map(({ id, kind, text, author }) => ({
      field: `message:${id}`,
      kind: kind === 'note' ? ('note' as const) : ('message' as const),
      text,
      author: author.name,
      by: author.id,
    })),
    ...rounds.map(({ round, text, author }) => ({
      field: `solution:${round}`,
      kind: 'solution' as const,
      text,
      author: author.name,
      by: author.id,
      round,
    })),
    ...events.flatMap(({ seq, reason: text, actor }) =>
      text && actor
        ? [{ field: `reason:${seq}`, kind: 'reason' as const, text, author: actor.name, by: actor.id }]
        : [],
    ),
    ...(rating?.comment
      ? [
          {
            field: 'comment',
            kind: 'comment' as const,
            text: rating.comment,
            author: customer.name,
            by: customer.id,
          },
        ]
      : []),
  ]
  return all.filter(({ by }) => isAll || by === me.id)
}

/** The next language, in the order offered, in which one of the texts is missing or behind. */
export const nextMissing = (
  texts: readonly TextToTranslate[],
  languages: readonly string[],
  now: string,
): string | undefined => {
  const from = languages.indexOf(now)
  const round = [...languages.slice(from + 1), ...languages.slice(0, from + 1)]
  return round.find((language) => language !== now && texts.some(({ text }) => lacks(text, language)))
}

export const lacks = ({ source, texts }: PresentedText, language: string): boolean =>
  source !== language && (texts[language] === undefined || texts[language].outdated === true)
