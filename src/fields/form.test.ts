import { expect, test } from 'vitest'
import { classification } from './classification/classification.ts'
import { formSchema, parseForm } from './form.ts'
import { listOf } from './list-of.ts'
import { wholeNumber } from './number/whole-number.ts'
import { shortText } from './short-text/short-text.ts'
import { id } from './user/user.ts'

const form = {
  name: shortText({ required: true, max: 10 }),
  age: wholeNumber({ required: true, min: 0, max: 150 }),
  mood: classification({ required: false, values: ['good', 'bad'] }),
  friends: listOf(id({ required: true }), { required: false, max: 3 }),
}
const salma = '01900000-0000-7000-8000-0000000000ab'

test('what is right comes in; what is not required may be absent', () => {
  expect(parseForm(form, { name: ' Salma ', age: 30 })).toEqual({ ok: true, values: { name: 'Salma', age: 30 } })
  expect(parseForm(form, { name: 'S', age: 1, mood: 'good', friends: [salma] })).toMatchObject({ ok: true })
})

test('all that is wrong is said at once, each with its field', () => {
  expect(
    parseForm(form, { name: 'x'.repeat(11), mood: 'angry', friends: [salma, 'Omar'], extra: 1, other: 2 }),
  ).toEqual({
    ok: false,
    errors: [
      { field: 'extra', code: 'unknown' },
      { field: 'other', code: 'unknown' },
      { field: 'name', code: 'tooLong', max: 10, length: 11 },
      { field: 'age', code: 'required' },
      { field: 'mood', code: 'notInList' },
      { field: 'friends.1', code: 'wrongType' },
    ],
  })
})

test.each([[[]], ['text'], [7], [true]])('%j is no form', (input) => {
  expect(parseForm(form, input)).toEqual({ ok: false, errors: [{ field: 'body', code: 'wrongType' }] })
})

test('nothing is an empty form', () => {
  for (const input of [undefined, null, {}])
    expect(parseForm(form, input)).toMatchObject({ errors: [{ field: 'name' }, { field: 'age' }] })
  expect(parseForm({ mood: form.mood }, undefined)).toEqual({ ok: true, values: {} })
})

test('names that every object has are fields like others: unknown, and never taken from the prototype', () => {
  const input: unknown = JSON.parse('{"name": "S", "age": 1, "__proto__": {"mood": "bad"}, "constructor": 1}')
  expect(parseForm(form, input)).toEqual({
    ok: false,
    errors: [
      { field: '__proto__', code: 'unknown' },
      { field: 'constructor', code: 'unknown' },
    ],
  })
  expect(parseForm(form, Object.create({ name: 'S', age: 1 }))).toMatchObject({ ok: false })
})

test('a thousand unknown fields make twenty errors, their names cut', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${'x'.repeat(500)}${index}`, 1]))
  const parsed = parseForm({}, many)
  expect(!parsed.ok && parsed.errors).toHaveLength(20)
  expect(!parsed.ok && parsed.errors[0]!.field).toHaveLength(100)
})

test('a list keeps each once, has a limit, and is a list', () => {
  const list = form.friends
  expect(list.parse([salma, salma.toUpperCase()])).toEqual({ ok: true, value: [salma] })
  expect(list.parse([salma, salma, salma, salma])).toMatchObject({ problem: { code: 'tooLong', max: 3, length: 4 } })
  expect(list.parse({ 0: salma, length: 1 })).toMatchObject({ problem: { code: 'wrongType' } })
  expect(list.parse(null)).toMatchObject({ problem: { code: 'required' } })
})

test('the published schema of a form is closed and names what is required', () => {
  expect(formSchema(form)).toMatchObject({ required: ['name', 'age'], additionalProperties: false })
})
