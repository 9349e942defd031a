import { presentText, type MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Named } from '../named.ts'

const shownToAll = { status: 'status', closed_at: 'closedAt', ended: 'ended', score: 'score' } as const
const shownToStaff = {
  ...shownToAll,
  solution_state: 'solution',
  solution_round: 'round',
  duplicate_of: 'duplicateOf',
  waiting_for: 'waitingFor',
} as const

/** The columns of an event that people read, by the names of the interface; ids of groups and members with their names. */
export function presentColumns(
  columns: Record<string, unknown>,
  side: 'staff' | 'customer',
  named: (id: unknown) => Named | null,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  const names: Record<string, string> = side === 'staff' ? shownToStaff : { ...shownToAll, waiting_for: 'waitingFor' }
  for (const [column, name] of Object.entries(names)) if (column in columns) shown[name] = columns[column]
  if (side === 'customer' && shown.waitingFor === 'review') shown.waitingFor = 'representative'
  if (side === 'staff' && 'custom' in columns) shown.custom = presentValues(columns.custom as object)
  if ('group_id' in columns) shown.group = named(columns.group_id)
  if ('member_id' in columns) shown.member = named(columns.member_id)
  return shown
}

/** Values of added fields as they were then; the field may be another by now, so a text is told by its form. */
const presentValues = (values: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isText(value) ? presentText(value) : (value as unknown)]),
  )

const isText = (value: unknown): value is MultilingualText =>
  typeof value === 'object' && value !== null && 'source' in value && 'texts' in value
