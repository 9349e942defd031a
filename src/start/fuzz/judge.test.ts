import { expect, test } from 'vitest'
import type { Answer } from '../../testing/web.server.ts'
import { openJudge } from './judge.ts'
import type { Operation } from './requests.ts'

const operation: Operation = {
  method: 'PATCH',
  path: '/api/v1/roles/{key}',
  parameters: [{ name: 'key', in: 'path', schema: { type: 'string' } }],
  body: { type: 'object', properties: { name: { type: 'string' } } },
  responses: {},
}
const judge = openJudge({ type: 'object', required: ['code', 'status'] })
const refusing = (field: string): Answer => ({
  status: 422,
  body: { status: 422, code: 'invalidFields', errors: [{ field, code: 'unknown', message: 'Unknown.' }] },
  headers: new Headers({ 'content-type': 'application/problem+json' }),
})
const verdict = (body: object, field: string) =>
  judge(operation, { who: 'adam', method: 'PATCH', path: '/api/v1/roles/customer', body }, refusing(field))

test('a refusal names what is published or was sent', () => {
  expect(verdict({ stranger: 1 }, 'stranger')).toBe(null)
  expect(verdict({ name: 1 }, 'name.en')).toBe(null)
  expect(verdict({ name: 1 }, 'stranger')).toContain('neither published nor sent')
})

test('a key of one escaped sign may have been read as a backslash, and no other key', () => {
  for (const key of ['\u0000', '\ud800', '\n', '"']) expect(verdict({ [key]: 1 }, '\\')).toBe(null)
  for (const key of ['a', 'ab', '\u0000a', 'é']) expect(verdict({ [key]: 1 }, '\\')).toContain('neither')
})
