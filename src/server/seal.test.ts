import { expect, test } from 'vitest'
import { openSealer, seal, unseal } from './seal.server.ts'

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

test('what stands in databases already still opens, in both forms', () => {
  const password = 'v1.5-RzdIgr926vUH7L.Ni2gfZ_Iq_96cjhL8g.beKVznYUiqbQj5NPuqV0rw'
  expect(unseal(secret, 'mail server', password)).toBe('p@ss كلمة')
  const sealer = openSealer(secret, 'a purpose')
  expect(sealer.open('kYcfFDvl_xt3dZR1Gg_fgqY6EH6Rt3Ne7RSEtshR7iY9OdGukaZyLCU')).toBe('p@ss كلمة')
  expect(openSealer(secret, 'codes').mark('abc')).toBe('UDZWxDYOVBqeqF1LPmzUU5cPr_E7mxG-Pgu8JMtJ2wY')
})
