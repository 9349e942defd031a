import type { Person } from '../../entities/person/actor.ts'
import { classification } from '../../fields/classification/classification.ts'
import { integer, object, orNull, string } from '../../fields/json-schema.ts'
import { seesAll } from '../../permissions/sight.ts'
import {
  figuresAnswer,
  splits,
  statisticForm,
  type Figures,
  type Grain,
  type SplitBy,
} from './closed-tickets-over-time.ts'

export const partsForm = { ...statisticForm, split: classification({ required: true, values: splits }) }

/**
 * Whether what is told apart is part of what the reader sees as the whole. Their own figures are those of all groups, also of such
 * as they have left: beside those of their groups alone they may be more than the whole.
 */
export const isOfWhole = (split: SplitBy, reader: Pick<Person, 'permissions'>): boolean =>
  split === 'group' || seesAll(reader)

/** So many are told apart in the graph; the eye follows no more colours. */
export const toldApart = 4

/** A group or a representative over the whole range. */
export type Part = Figures & {
  id: string
  name: string
  /** Over as many periods before. */
  closedBefore: number
  /** What closed in each period, in their order; of those that closed most, null of the others. */
  over: number[] | null
}

/** The parts of a range, those that closed most first; `starts` is its first period. */
export type Parts = { by: Grain; starts: string; parts: Part[] }

export const partsAnswer = object({
  by: string,
  starts: { type: 'string', format: 'date' },
  parts: {
    type: 'array',
    items: object({
      id: string,
      name: string,
      ...figuresAnswer,
      closedBefore: integer,
      over: orNull({ type: 'array', items: integer }),
    }),
  },
})
