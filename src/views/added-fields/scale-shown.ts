import { ticketEntity } from '../../entities/ticket/ticket.ts'
import { isStars } from '../star-words.tsx'
import type { ShownField } from './fields-question.tsx'

const { min: least, max: most } = ticketEntity.rating.fields.score

/** A score that was given before the scale was narrowed is shown as it was given: of this scale it is no step. */
export const scaleShown = (
  { min = least, max = most }: ShownField['options'],
  score: number,
): 'stars' | 'steps' | 'number' => {
  if (score < min || score > max) return 'number'
  return isStars({ min, max }) ? 'stars' : 'steps'
}
