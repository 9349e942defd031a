import { ticketTexts } from '../../entities/ticket/ticket.ts'
import { classification } from '../../fields/classification/classification.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { nameText } from '../../fields/short-text/short-text.ts'
import { id } from '../../fields/user/user.ts'
import type { Named } from '../../queries/named.ts'

/** Whose an answer is: one's own, a group's, or everybody's. */
export const sharings = ['own', 'group', 'all'] as const
export type Sharing = (typeof sharings)[number]

export type CannedAnswer = {
  id: string
  name: string
  text: PresentedText
  shared: Sharing
  group: Named | null
  owner: Named
  /** Whether the reader may change it. */
  own: boolean
}

const name = { max: 200 }

export const cannedForm = {
  name: nameText({ required: true, ...name }),
  text: ticketTexts.reply,
  shared: classification({ required: true, values: sharings }),
  group: { ...id({ required: true }), required: false as const },
}
export const changeCannedForm = {
  name: nameText({ required: false, ...name }),
  text: { ...ticketTexts.reply, required: false as const },
  shared: classification({ required: false, values: sharings }),
  group: { ...id({ required: true }), required: false as const },
}

/** What stands in an answer for what is known only where it is used: `{{customer}}`. */
export const variables = ['customer', 'number', 'title', 'me', 'organisation'] as const
export type CannedVariable = (typeof variables)[number]

/** The answer as it goes into the text; what is no variable stays as it is. */
export const filledIn = (text: string, values: Readonly<Record<CannedVariable, string>>): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, variable: string) =>
    (variables as readonly string[]).includes(variable) ? values[variable as CannedVariable] : whole,
  )
