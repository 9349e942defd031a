import { expect, test } from 'vitest'
import { newId } from '../../server/ids.server.ts'
import { openSealer } from '../../server/seal.server.ts'
import { hasLink, withBlankLinks, withoutLinks } from './links-in-texts.ts'
import { signLink } from './ticket-link.server.ts'

const sealer = openSealer('a secret', 'links')

test('every token that is made is found, whatever its ticket, person, turn and day', () => {
  for (let each = 0; each < 1_000; each++) {
    const ticket = 1 + ((each * 7_919 * 99_991) % 2_000_000_000)
    const until = new Date(Date.UTC(2026, 0, 1) + each * 86_400_000)
    const token = signLink(
      sealer,
      'mail',
      { ticket, person: newId(), turn: each % 60_000, until },
      `${each}@example.com`,
    )
    expect(withoutLinks(`https://help.example/t/${token}?do=rate`)).toBe('https://help.example/t/…?do=rate')
    expect(withBlankLinks(`_t_${token.slice(0, 40)}=\r\n${token.slice(40)}`)).toBe(
      `_t_${'x'.repeat(40)}=\r\n${'x'.repeat(32)}`,
    )
  }
})

const long = 'kJ3_v-Qm8Zt1yB6wR0aXc5Ld9Uf2Hs7Gp4Ne_oTiKqWx'.slice(0, 43)
const short = 'Zt1yB6wR0aXc5Ld9Uf2Hs7Gp'
const links = [`/invitation#${long}`, `/confirm-registration#${long}`, `/setup#${long}`, `/reset-password#${short}`]

test.each(links)('whoever answered or sent on a mail about an account showed its link: %s', (link) => {
  const [path, token] = link.split('#') as [string, string]
  const url = `https://help.example${link}`
  const once = encodeURIComponent(`https://help.example${path}#`)
  for (const [written, shown] of [
    [`Choose it here: ${url}\n> Regards`, `Choose it here: https://help.example${path}#…\n> Regards`],
    [`<a href="${url}">`, `<a href="https://help.example${path}#…">`],
    [encodeURIComponent(url), `${once}…`],
    [encodeURIComponent(encodeURIComponent(url)), `${encodeURIComponent(once)}…`],
    [url.replace('#', '=23'), `https://help.example${path}=23…`],
  ] as const)
    expect(withoutLinks(written)).toBe(shown)
  expect(hasLink(`https-3A__help.example_${path.slice(1).replace('-', '-2D')}-23${token}`)).toBe(true)
  for (let at = url.length - link.length + 1; at < url.length; at++)
    for (const broken of ['=\r\n', '\n> > ', '\r\n\t']) {
      const text = url.slice(0, at) + broken + url.slice(at)
      const blank = withBlankLinks(text)
      expect([text, hasLink(text), hasLink(blank), blank.length]).toEqual([text, true, false, text.length])
      expect(withoutLinks(text).endsWith('…')).toBe(true)
      expect(blank.replaceAll(broken, '')).toBe(`https://help.example${path}#${'x'.repeat(token.length)}`)
    }
})

test('nothing else is: prose, ids, other tokens', () => {
  for (const text of ['/invitation#', 'Your invitation #43', '/reset-password#again', 'invitation\n> '.repeat(50_000)])
    expect(hasLink(text)).toBe(false)
  for (const text of ['A'.repeat(100_000), `${newId()}\n`.repeat(1_000), 'A\n> '.repeat(100_000), 'x'.repeat(72)])
    expect(hasLink(text)).toBe(false)
})
