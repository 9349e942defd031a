// What closed tickets are narrowed by, as their address says it: copied, sent to a colleague, led to by a graph's bar.
import { closedTicketsFilters } from '../../queries/closed-tickets/closed-tickets.ts'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import type { CustomAsked } from '../added-fields/custom-asked.ts'
import { pageAddress, parseSearch } from '../../web/page-address.ts'

export type Filter = keyof typeof closedTicketsFilters
export type Asked = { readonly [Name in Filter]?: string } & CustomAsked

const names = Object.keys(closedTicketsFilters) as Filter[]

/** What the query does not take is left out, as if it had not been said. */
export const askedIn = (search: Readonly<Record<string, unknown>>): Asked => ({
  ...customAskedIn(search),
  ...Object.fromEntries(
    names.flatMap((name) => {
      // a query that was saved through the interface may have a number
      const given = typeof search[name] === 'number' ? String(search[name]) : search[name]
      if (typeof given !== 'string' || given === '') return []
      return closedTicketsFilters[name].parse(given).ok ? [[name, given]] : []
    }),
  ),
})

/** `at`: the ticket that is read beside the list. It is no part of the question. */
export const addressOfAsked = (asked: Asked, at?: number): string => pageAddress('/closed', { ...asked, at })

/** Whether an address shows what this asks, and no ticket beside it. */
export const isListAt = (address: string, asked: Asked): boolean => {
  const [path, written = ''] = address.split('?')
  const search = parseSearch(written)
  return path === '/closed' && !search['at'] && addressOfAsked(askedIn(search)) === addressOfAsked(asked)
}

export const isNarrowed = (asked: Asked): boolean =>
  Object.entries(asked).some(([name, value]) => name !== 'sort' && name !== 'older' && value)

/** Some of a list, in the list's own order; all or none of it is no filter. */
export const listed = <Value extends string>(all: readonly Value[], written: string | undefined): Value[] =>
  all.filter((value) => written?.split(',').includes(value))

export const written = <Value extends string>(all: readonly Value[], chosen: readonly Value[]): string =>
  chosen.length === all.length ? '' : all.filter((value) => chosen.includes(value)).join(',')
