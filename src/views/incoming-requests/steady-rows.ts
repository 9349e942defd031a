// A list that stands still while one reads it: rows follow what happens to their tickets but keep their places; what left the
// queue stays, faint; what arrived waits to be asked for.
import type { IncomingItem } from '../../queries/incoming-requests/incoming-requests.ts'

export type SteadyRow = {
  readonly item: IncomingItem
  /** Since when it waited when the list was laid out: what its place goes by. */
  readonly placedBy: string
  /** No longer in this queue. */
  readonly gone: boolean
}

export type Shown = {
  readonly key: string
  readonly items: readonly IncomingItem[]
  readonly pages: number
}
type Pages = readonly (readonly IncomingItem[])[]

/** Laid out anew where the question is another one, longer where the next page was asked for; otherwise as it stands. */
export const shownAfter = (shown: Shown | undefined, key: string, pages: Pages): Shown => {
  if (shown?.key !== key || (shown.items.length === 0 && pages.some(({ length }) => length > 0)))
    return laidOut(key, pages)
  if (pages.length <= shown.pages) return shown
  const known = new Set(shown.items.map(({ number }) => number))
  const next = pages
    .slice(shown.pages)
    .flat()
    .filter(({ number }) => !known.has(number))
  return { key, items: [...shown.items, ...next], pages: pages.length }
}

/** For whoever takes one after the other: what came meanwhile stands behind the others, and nothing that is shown moves. */
export const withArrived = (shown: Shown, pages: Pages): Shown => {
  const known = new Set(shown.items.map(({ number }) => number))
  const came = pages.flat().filter(({ number }) => !known.has(number))
  return came.length === 0 ? shown : { ...shown, items: [...shown.items, ...came] }
}

export const laidOut = (key: string, pages: Pages): Shown => ({ key, items: pages.flat(), pages: pages.length })

/**
 * Rows that are shown and stand on no loaded page have left the queue or moved further down in it. `asked`: those we asked about;
 * `still`: those of them that are still in the queue.
 */
export type Beyond = { readonly asked: readonly number[]; readonly still: readonly IncomingItem[] }

/** Those whose whereabouts beyond the known pages are to be asked for. */
export const missingFrom = (shown: Shown, pages: Pages): number[] => {
  const known = new Set(pages.flat().map(({ number }) => number))
  return shown.items.map(({ number }) => number).filter((number) => !known.has(number))
}

/**
 * The rows where they lie, filled with what is known now; how many came and went meanwhile. Without `beyond` the pages are all
 * that there is.
 */
export const steadyRows = (
  shown: Shown,
  pages: Pages,
  beyond?: Beyond,
): { rows: SteadyRow[]; arrived: number; gone: number } => {
  const listed = pages.flat()
  const fresh = new Map([...(beyond?.still ?? []), ...listed].map((item) => [item.number, item]))
  const isKnown = (number: number) => !beyond || beyond.asked.includes(number)
  const rows = shown.items.map((item) => ({
    item: fresh.get(item.number) ?? item,
    placedBy: item.waiting.since,
    gone: !fresh.has(item.number) && isKnown(item.number),
  }))
  const places = new Set(shown.items.map(({ number }) => number))
  const isShown = ({ number }: IncomingItem) => places.has(number)
  // at the end of a page that others follow stands what moved up, not what came
  const come = beyond ? listed.slice(0, listed.findLastIndex(isShown) + 1) : listed
  return {
    rows,
    arrived: come.filter((item) => !isShown(item)).length,
    gone: rows.filter(({ gone }) => gone).length,
  }
}
