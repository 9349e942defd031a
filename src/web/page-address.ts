// What stands behind the ? of a page's address. Every value is text: 1250.00, null and true are words like any others.

type Query = Readonly<Record<string, unknown>>

/** Of a name that stands there twice the first counts. */
export const parseSearch = (written: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(written)].toReversed().map(([name, value]) => [name, textOf(value)]))

export const stringifySearch = (query: Query): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null)
      search.set(name, writtenAs(typeof value === 'string' ? value : JSON.stringify(value)))
  return search.size ? `?${search}` : ''
}

/** A page's address with what is asked there; what is empty is not asked. */
export const pageAddress = (path: string, query: Query = {}): string =>
  path + stringifySearch(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')))

/** Addresses once had words that look like JSON in quotes, "1042": bookmarks and mails still do. */
const textOf = (written: string): string => (isInQuotes(written) ? String(JSON.parse(written)) : written)

/** Whoever types such quotes keeps them. */
const writtenAs = (text: string): string => (isInQuotes(text) ? JSON.stringify(text) : text)

const isInQuotes = (text: string): boolean => {
  if (!text.startsWith('"') || !text.endsWith('"')) return false
  const inside = jsonOf(text)
  return typeof inside === 'string' && jsonOf(inside) !== undefined
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
