import { expect, test } from 'vitest'
import { newPassword } from './password.ts'

const codeOf = (password: unknown) => {
  const parsed = newPassword(true).parse(password)
  return parsed.ok ? undefined : parsed.problem.code
}

test.each(['password123', 'PASSWORD123', 'Qwertyuiop', '1234567890', 'iloveallah1', 'zzzzzzzzzzzzz'])(
  '%j is tried first, so nobody chooses it',
  (password) => {
    expect(codeOf(password)).toBeDefined()
  },
)

test.each([
  'over the river',
  'كلمات قليلة متتالية',
  'aaaaaaaaab',
  '雨が降る朝に猫が歩く',
  'no rule on signs at all',
  ' spaces belong ',
])('%j is a password', (password) => {
  expect(codeOf(password)).toBeUndefined()
})

test('too short and too long say how long', () => {
  expect(codeOf('nine char')).toBe('tooShort')
  expect(codeOf('x y'.repeat(50))).toBe('tooLong')
  expect(codeOf('password12 password123')).toBeUndefined()
})
