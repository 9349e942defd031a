import { expect, test } from 'vitest'
import { codeAt, newSecret, stepAt, stepOf, uriOf } from './totp.server.ts'

// RFC 6238, appendix B: the secret '12345678901234567890', the last six of its eight digits
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2005-03-18T01:58:31Z', '050471'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
  ['2603-10-11T11:33:20Z', '353130'],
])('at %s the code is %s', (at, code) => {
  expect(codeAt(secret, stepAt(new Date(at)))).toBe(code)
})

test('a code is good half a minute to either side, and once', () => {
  const at = new Date('2026-03-02T09:00:10Z')
  const step = stepAt(at)
  for (const near of [-1, 0, 1]) expect(stepOf(secret, codeAt(secret, step + near), at, 0)).toBe(step + near)
  for (const far of [-2, 2]) expect(stepOf(secret, codeAt(secret, step + far), at, 0)).toBeNull()
  expect(stepOf(secret, codeAt(secret, step), at, step)).toBeNull()
  for (const wrong of ['', '12345', '1234567', `${codeAt(secret, step)} `, 'abcdef', '١٢٣٤٥٦'])
    expect(stepOf(secret, wrong, at, 0)).toBeNull()
})

test('a secret has 160 bits, and the picture names the organisation and the account', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(newSecret())
  expect(uriOf(secret, 'مرسى & Co', 'a@example.com')).toBe(
    `otpauth://totp/${encodeURIComponent('مرسى & Co:a@example.com')}?secret=${secret}&issuer=${encodeURIComponent('مرسى & Co')}`,
  )
})
