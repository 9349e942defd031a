import { expect, test } from 'vitest'
import { seal, unseal } from './seal.server.ts'

const secret = 'a secret of an installation, long enough'

test('what was sealed is read again with the same secret, for the same purpose alone', () => {
  const sealed = seal(secret, 'mail server', 'p@ss wörd كلمة')
  expect(sealed).not.toContain('p@ss')
  expect(unseal(secret, 'mail server', sealed)).toBe('p@ss wörd كلمة')
  expect(() => unseal(secret, 'another purpose', sealed)).toThrow('authenticate')
  expect(() => unseal(`${secret}!`, 'mail server', sealed)).toThrow('authenticate')
})

test('the same text is never sealed alike, and a changed seal is refused', () => {
  const sealed = seal(secret, 'x', 'text')
  expect(seal(secret, 'x', 'text')).not.toBe(sealed)
  const parts = sealed.split('.')
  for (const index of [1, 2, 3]) {
    const changed = parts.map((part, at) => (at === index ? `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}` : part))
    expect(() => unseal(secret, 'x', changed.join('.'))).toThrow('authenticate')
  }
  // a shortened tag is none
  expect(() => unseal(secret, 'x', [...parts.slice(0, 3), parts[3]!.slice(0, 6)].join('.'))).toThrow('tag')
  expect(() => unseal(secret, 'x', 'v0.a.b.c')).toThrow('not sealed here')
})
