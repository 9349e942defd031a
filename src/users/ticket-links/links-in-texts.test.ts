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

test('nothing else is: prose, ids, other tokens', () => {
  for (const text of ['A'.repeat(100_000), `${newId()}\n`.repeat(1_000), 'A\n> '.repeat(100_000), 'x'.repeat(72)])
    expect(hasLink(text)).toBe(false)
})
