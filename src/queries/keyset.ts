import { readCursor as valuesIn, readMoment } from '../fields/page.ts'

export { pageOf, type Page } from '../fields/page.ts'

/** Where a list of tickets goes on: behind a moment and, at the same moment, behind a number. */
export function readCursor(cursor: string): { at: Date; number: number } | undefined {
  const [moment, number] = valuesIn(cursor) ?? []
  const at = readMoment(moment)
  return at && Number.isSafeInteger(number) ? { at, number: number as number } : undefined
}
