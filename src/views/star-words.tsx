// How one to five stars are said, wherever they are given or shown.
import { ticketEntity } from '../entities/ticket/ticket.ts'
import type { Translate } from '../words/key.ts'

const scores = [1, 2, 3, 4, 5] as const
const { min: least, max: most } = ticketEntity.rating.fields.score

/** The document's converter; a scale with other ends is numbers. */
export const isStars = ({ min = least, max = most }: { readonly min?: number; readonly max?: number }): boolean =>
  min === least && max === most

/** "good"; nothing of what is no score. */
export const starWord = (t: Translate, score: number): string => {
  const known = scores.find((each) => each === score)
  return known ? t(`rating:score.${known}`) : ''
}

/** As it is read aloud: "4 of 5, good". */
export const spokenStars = (t: Translate, score: number): string =>
  t.plain('rating:spoken', { score, max: most, word: starWord(t, score) })

/** The same of each, from the least, for whoever chooses. */
export const allSpokenStars = (t: Translate): readonly [string, string, string, string, string] => [
  spokenStars(t, 1),
  spokenStars(t, 2),
  spokenStars(t, 3),
  spokenStars(t, 4),
  spokenStars(t, 5),
]
