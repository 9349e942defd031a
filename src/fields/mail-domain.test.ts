import { expect, test } from 'vitest'
import { inAscii, oneSpelling, spellingsOf } from './mail-domain.ts'
import { emailAddress } from './short-text/short-text.ts'

test.each([
  ['مثال.إختبار', 'xn--mgbh0fb.xn--kgbechtv'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
  ['उदाहरण.परीक्षा', 'xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g'],
  ['mail.пример.испытание', 'mail.xn--e1afmkfd.xn--80akhbyknj4f'],
])('one person at %s was two, by the letters of the domain and by what servers write', (letters, ascii) => {
  expect([oneSpelling(`salma@${ascii.toUpperCase()}`), oneSpelling(`Salma@${letters}`)]).toEqual(
    Array.from({ length: 2 }, () => `salma@${letters}`),
  )
  expect(inAscii(`salma@${letters}`)).toBe(`salma@${ascii}`)
  expect(spellingsOf(`salma@${letters}`)).toEqual([`salma@${letters}`, `salma@${ascii}`])
  const typed = emailAddress({ required: true })
  for (const domain of [letters, ascii])
    expect(typed.parse(`salma@${domain}`)).toEqual({ ok: true, value: `salma@${letters}` })
})

test('an address that has no other letters, or is none, stays as it is', () => {
  for (const address of [
    'a@example.com',
    'a@10.20',
    'a@xn--.example',
    'a@xn--\u{e000}.example',
    'a@xn--!!9.example',
    'a@xn--zzzzzzzzzz99999.example',
    'a@é/b',
    'é',
    '',
  ])
    expect([address, oneSpelling(address)]).toEqual([address, address])
  expect(spellingsOf('A@Example.com')).toEqual(['a@example.com'])
})
