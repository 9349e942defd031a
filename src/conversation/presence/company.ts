import type { Named } from '../../queries/named.ts'

export const doings = ['looking', 'writing'] as const

/** Somebody else of the staff at the same ticket, and since when. */
export type Company = { person: Named; doing: (typeof doings)[number]; since: string }
