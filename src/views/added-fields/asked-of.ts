import { dayIn } from '../../statistics/day.ts'
import { isAskedNumber } from '../../settings/added-fields/asked-number.ts'
import { parseNumber } from '../../words/digits.ts'
import type { ShownField } from './fields-question.tsx'

type Typed = Pick<ShownField, 'type'>

/** What is asked by what was typed; undefined where that is no value of the field. */
export function askedOf({ type }: Typed, typed: string): string | undefined {
  const text = typed.trim()
  if (type !== 'number' || text === '') return text
  const number = String(parseNumber(text))
  return isAskedNumber(number) ? number : undefined
}

/** What is asked as its input holds it: an address may have an instant, which stands for the day it lies in. */
export const typedOfAsked = ({ type }: Typed, asked: string, timeZone: string): string => {
  const at = Date.parse(asked)
  return type === 'date-time' && asked.includes('T') && !Number.isNaN(at) ? dayIn(timeZone, new Date(at)) : asked
}
