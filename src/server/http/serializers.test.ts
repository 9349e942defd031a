import { describe, expect, test } from 'vitest'
import { withNullable, writersWhenAsked } from './serializers.ts'

const member = {
  type: 'object',
  properties: { name: { type: 'string' } },
  required: ['name'],
  additionalProperties: false,
}
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const ticket = {
  type: 'object',
  properties: {
    closedAt: orNull({ type: 'string', format: 'date-time' }),
    member: orNull(member),
    stars: orNull({ type: 'integer' }),
    share: orNull({ type: 'number' }),
    ended: orNull({ type: 'string', enum: ['desk'] }),
    days: orNull({ type: 'array', items: { type: 'integer' } }),
    word: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  },
  additionalProperties: false,
}

describe('what writes answers', () => {
  const write = writersWhenAsked({})({ schema: ticket })

  test('what is null is written as null, whatever it is otherwise', () => {
    const nothing = { closedAt: null, member: null, stars: null, share: null, ended: null, days: null, word: 'one' }
    expect(JSON.parse(write(nothing))).toEqual(nothing)
  })

  test('what is there is written as its schema has it, and nothing that the schema does not have', () => {
    const there = {
      closedAt: new Date('2026-11-29T10:00:00Z'),
      member: { name: 'سلمى', password: 'never' },
      stars: 0,
      share: 0.5,
      ended: 'desk',
      days: [],
      word: ['one', 'two'],
    }
    expect(JSON.parse(write(there))).toEqual({
      ...there,
      closedAt: '2026-11-29T10:00:00.000Z',
      member: { name: 'سلمى' },
    })
  })

  test('the first answer waits for no validator: of something or nothing no choice is left', () => {
    expect(JSON.stringify(withNullable({ properties: { member: orNull(member) } }))).toBe(
      JSON.stringify({ properties: { member: { ...member, nullable: true } } }),
    )
  })
})
