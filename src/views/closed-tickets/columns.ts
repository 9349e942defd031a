// Which columns the list shows. A choice of the device, as the width of a window is.
import { mostFields } from '../../queries/closed-tickets/field-keys.ts'
import { keptOnDevice } from '../../web/kept.ts'

export const columns = [
  'number',
  'title',
  'customer',
  'assignee',
  'opened',
  'closed',
  'took',
  'ended',
  'rating',
] as const
export type BuiltInColumn = (typeof columns)[number]
/** The organisation's own fields stand behind the built-in columns, by their keys. */
export type CustomColumn = `custom.${string}`
export type Column = BuiltInColumn | CustomColumn

export const isCustom = (column: string): column is CustomColumn => column.startsWith(prefix)
export const customColumn = (key: string): CustomColumn => `${prefix}${key}`
export const keyOf = (column: CustomColumn): string => column.slice(prefix.length)

const prefix = 'custom.'

/** Without a title a row leads nowhere. */
export const fixedColumns: readonly Column[] = ['title']
const usual: readonly Column[] = columns.filter((column) => column !== 'opened')

const key = 'sanad.closedColumns'

/** Those that were chosen in this browser. */
export const keptColumns = (): readonly Column[] => {
  const kept = keptOnDevice.read(key)
  return kept === undefined ? usual : inOrder(kept.split(','))
}

export const keepColumns = (chosen: readonly Column[]): void => keptOnDevice.write(key, inOrder(chosen).join(','))

/** What is no column any more is left out; own fields stay in the order in which they were chosen. */
const inOrder = (chosen: readonly string[]): Column[] => [
  ...columns.filter((column) => fixedColumns.includes(column) || chosen.includes(column)),
  ...chosen.filter(isCustom).slice(0, mostFields),
]
