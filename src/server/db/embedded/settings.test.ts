import { expect, test } from 'vitest'
import { firstSettings } from './settings.ts'

const GB = 2 ** 30
const given = (memory: number) => firstSettings(memory)['shared_buffers']

test('the database takes an eighth of the memory for its pages: never less than 128 MB, never more than 1 GB', () => {
  expect([0.5, 2, 4, 8, 64].map((size) => given(size * GB))).toEqual(['128MB', '256MB', '512MB', '1024MB', '1024MB'])
})
