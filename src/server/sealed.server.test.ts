import { expect, test } from 'vitest'
import { openSealer } from './sealed.server.ts'

const secret = 'a secret of thirty-two characters, at least'

test('what is sealed opens again, differs each time, and opens for no other purpose, secret or change', () => {
  const sealer = openSealer(secret, 'a purpose')
  const sealed = sealer.seal('الكلمة open')
  expect(sealer.open(sealed)).toBe('الكلمة open')
  expect(sealer.seal('الكلمة open')).not.toBe(sealed)
  expect(sealed).not.toContain('open')
  expect(() => openSealer(secret, 'another').open(sealed)).toThrow('unable to authenticate')
  expect(() => openSealer(`${secret}!`, 'a purpose').open(sealed)).toThrow('unable to authenticate')
  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1]! ^= 1
  expect(() => sealer.open(changed.toString('base64url'))).toThrow('unable to authenticate')
})

test('a mark is the same for the same text and tells nothing to whoever lacks the secret', () => {
  const mark = (purpose: string, text: string) => openSealer(secret, purpose).mark(text)
  expect(mark('codes', 'abc')).toBe(mark('codes', 'abc'))
  expect(mark('codes', 'abc')).not.toBe(mark('codes', 'abd'))
  expect(mark('codes', 'abc')).not.toBe(mark('others', 'abc'))
})
