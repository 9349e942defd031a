// What stands in the inputs of added fields, as text, and what it is on the wire.
import { instantOf, localTime } from '../../fields/date-time/local-time.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { Problem } from '../../web/problem.ts'
import { parseDigits, parseNumber } from '../../words/digits.ts'
import type { ShownField } from './fields-question.tsx'

/** By the fields' keys; empty: nothing given. */
export type Typed = Readonly<Record<string, string>>

type Named = { readonly id: string }
export type HeldFile = { readonly id: string; readonly name: string; readonly size: number }

/** A file stands in its input with what is shown of it. */
export const typedFile = ({ id, name, size }: HeldFile): string => JSON.stringify({ id, name, size })

export function fileOf(typed: string): HeldFile | undefined {
  try {
    const read: unknown = JSON.parse(typed)
    return typeof read === 'object' && read !== null && 'id' in read && 'name' in read ? (read as HeldFile) : undefined
  } catch {
    return undefined
  }
}

/** What cannot be read as the field's type goes as it was typed: the server says what is wrong with it. */
export function wireOf({ type }: Pick<ShownField, 'type'>, typed: string, timeZone: string): unknown {
  if (typed.trim() === '') return null
  if (type === 'file') return fileOf(typed)?.id ?? typed
  if (type === 'number' || type === 'scale') return parseNumber(typed) ?? typed
  if (type === 'yes-no') return typed === 'true'
  if (type === 'date') return parseDigits(typed)
  if (type === 'date-time') return instantOf(typed, timeZone) ?? typed
  if (type === 'user-group') {
    const [group, member] = typed.split('/')
    return { group, ...(member ? { member } : {}) }
  }
  return typed
}

/** A value as its input holds it: a moment as the clock of `timeZone` shows it, people and groups by id, nothing as the empty text. */
export function typedOf({ type }: Pick<ShownField, 'type'>, value: unknown, timeZone: string): string {
  if (value === undefined || value === null) return ''
  if (type === 'multilingual-text') {
    const { source, texts } = value as PresentedText
    return texts[source]?.text ?? ''
  }
  if (type === 'date-time') return localTime(value as string, timeZone)
  if (type === 'user') return (value as Named).id
  if (type === 'file') return typedFile(value as HeldFile)
  if (type === 'user-group') {
    const { group, member } = value as { group: Named; member: Named | null }
    return member ? `${group.id}/${member.id}` : group.id
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What stands in the input of a ticket that says nothing yet. */
export const defaultOf = (field: Pick<ShownField, 'type' | 'default'>, timeZone: string): string =>
  typedOf(field, withIds(field), timeZone)

const withIds = ({ type, default: stored }: Pick<ShownField, 'type' | 'default'>): unknown => {
  if (stored === null || stored === undefined) return null
  if (type === 'user') return { id: stored }
  if (type !== 'user-group') return stored
  const { group, member } = stored as { group: string; member: string | null }
  return { group: { id: group }, member: member === null ? null : { id: member } }
}

/**
 * What a new ticket is sent with: what stands in the inputs, defaults too, which may have become others since they were seen;
 * null: not even that. Left to the server is a default that whoever asks could not have chosen, or that is more than it shows.
 */
export const givenOf = (
  fields: readonly Pick<ShownField, 'key' | 'type' | 'default'>[],
  typed: Typed,
  timeZone: string,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const standing = defaultOf(field, timeZone)
      const now = typed[field.key] ?? standing
      const value = wireOf(field, now, timeZone)
      const isLeft = now === standing && leftToTheServer.has(field.type)
      return isLeft || (value === null && standing === '') ? [] : [[field.key, value]]
    }),
  )

/** People and groups whom not everybody may choose, a file, and a text in more languages than the one in the input. */
const leftToTheServer: ReadonlySet<ShownField['type']> = new Set(['user', 'user-group', 'file', 'multilingual-text'])

/** What changes in a ticket: only what is otherwise than before; null takes a value away. */
export const changedValues = (
  fields: readonly ShownField[],
  before: Typed,
  now: Typed,
  timeZone: string,
): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ key }) => (before[key] ?? '') !== (now[key] ?? ''))
      .map((field) => [field.key, wireOf(field, now[field.key] ?? '', timeZone)]),
  )

/** What requests call the values: of a new ticket, and of a changed one. */
export const formsOfFields = ['custom', 'fields']

/** What the server says of each field, by its key. */
const faultsIn = (problem: unknown) =>
  problem instanceof Problem
    ? problem.errors.flatMap(({ field, code, message }) => {
        const [form, key] = field.split('.')
        return formsOfFields.includes(form!) && key ? [{ key, code, message }] : []
      })
    : []

/** The server's sentence about each field, by its key. */
export const fieldFaults = (problem: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(faultsIn(problem).map(({ key, message }) => [key, message]))

/** Fields whose file the server no longer has: it leaves its input, where another can be attached. */
export const withoutGoneFiles = (problem: unknown): Typed =>
  Object.fromEntries(faultsIn(problem).flatMap(({ key, code }) => (code === 'fileGone' ? [[key, '']] : [])))
