import type { Happened } from './happened.ts'

export type Recorded = { seq: number; happened: string; after: Readonly<Record<string, unknown>> }

/** What happened, told again: each event lays the columns that it changed over what was there. The result is the row. */
export function replay(events: readonly Recorded[]): Record<string, unknown> {
  return Object.assign({}, ...events.map(({ after }) => after)) as Record<string, unknown>
}

/** The version that the events give: the `seq` of the last that changed who has it or where it stands, or spoke in public. */
export function versionOf(events: readonly Recorded[]): number {
  return events.findLast(movesVersion)?.seq ?? 0
}

/** Of these a change moves the version: on them people decide. */
export const decidedOn = [
  'status',
  'group_id',
  'member_id',
  'solution_state',
  'solution_round',
  'answer_ticket',
  'answer_round',
  'answer_state',
] as const
const spoken: Happened = 'replyAdded'

const movesVersion = ({ happened, after }: Recorded): boolean =>
  happened === spoken || decidedOn.some((column) => Object.hasOwn(after, column))

/** The columns in which two rows differ; texts and moments as their JSON says them. */
export function differingColumns(one: object, other: object): string[] {
  const [row, told] = [asJson(one), asJson(other)]
  return [...new Set([...Object.keys(row), ...Object.keys(told)])].filter((column) => !same(row[column], told[column]))
}

const asJson = (row: object) => JSON.parse(JSON.stringify(row)) as Record<string, unknown>

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [names, others] = [Object.keys(one), Object.keys(other)]
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return names.length === others.length && names.every((name) => same(left[name], right[name]))
}
