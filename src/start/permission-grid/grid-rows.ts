/**
 * Who asks, in the order of the columns. The ticket is Salma's, lies with Documents and has been taken by Omar.
 *
 *   nobody     without a session; also with one that is over, forged or of someone who was deactivated, or with a dead API key
 *   link       Salma, who came by the link in a mail about this ticket
 *   owner      Salma
 *   colleague  a customer of the same organisation who may read its tickets
 *   stranger   a customer of another organisation; also one of the same without that right
 *   assigned   Omar, a representative of Documents
 *   member     Jana, another of Documents
 *   other      Tom, a representative of another group
 *   desk       Mariam of the Support Desk
 *   admin      Adam, who administers and nothing else
 *   key        an API key of Mariam's with the single scope ticket.seeAll
 */
export const columns = [
  'nobody',
  'link',
  'owner',
  'colleague',
  'stranger',
  'assigned',
  'member',
  'other',
  'desk',
  'admin',
  'key',
] as const

export type Column = (typeof columns)[number]

export type Row = { method: string; address: string; route: string; cells: [Column, number][] }

/**
 * One line a route: `GET /api/v1/users  401 401 403 …`, a status a column, written by hand from what is required. What changes
 * something is sent `{"nonsense": true}`: 422 says that the caller may, and the body comes after the right. Where no body is
 * read, it happens. A query goes behind the address (`/api/v1/statistics?by=day`).
 */
export function readRows(table: string): Row[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('nobody'))
    .map(readRow)
}

function readRow(line: string): Row {
  const [method = '', address = '', ...statuses] = line.split(/\s+/)
  if (statuses.length !== columns.length)
    throw new Error(
      `${method} ${address} has ${statuses.length} statuses; it needs ${columns.length}: ${columns.join(' ')}`,
    )
  return {
    method,
    address,
    route: `${method} ${address.split('?')[0]}`,
    cells: columns.map((column, index) => [column, Number(statuses[index])]),
  }
}
