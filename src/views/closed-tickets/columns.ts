// Which columns the list shows. A choice of the device, as the width of a window is.
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
export type Column = (typeof columns)[number]

/** Without a title a row leads nowhere. */
export const fixedColumns: readonly Column[] = ['title']
const usual: readonly Column[] = columns.filter((column) => column !== 'opened')

const key = 'sanad.closedColumns'

export const keptColumns = (): readonly Column[] => {
  const kept = read()
  if (kept === null) return usual
  const chosen = kept.split(',')
  return columns.filter((column) => fixedColumns.includes(column) || chosen.includes(column))
}

export const keepColumns = (chosen: readonly Column[]): void => {
  try {
    localStorage.setItem(key, columns.filter((column) => chosen.includes(column)).join(','))
  } catch {
    return
  }
}

const read = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
