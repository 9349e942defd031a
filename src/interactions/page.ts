import { sql, type SqlBool } from 'kysely'
import { cursorBy } from '../fields/cursor.ts'
import { pageLimit, readPlace, type Place } from '../fields/page.ts'

/** What lists of notices and mails take: where to go on, and how many at once. */
export const listForm = { after: cursorBy(readPlace), limit: pageLimit }

/** Behind a place in a list that is newest first. */
export const before = (table: 'notice' | 'mail', column: 'at' | 'created_at', { at, id }: Place) =>
  sql<SqlBool>`(${sql.ref(`${table}.${column}`)}, ${sql.ref(`${table}.id`)}) < (${at}, ${id}::uuid)`
