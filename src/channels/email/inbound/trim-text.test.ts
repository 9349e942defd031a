import { describe, expect, test } from 'vitest'
import { trimText } from './trim-text.ts'

describe('trimming', () => {
  test('somebody who answers between the lines keeps them', () => {
    const text = '> Which order?\n4711\n> And when?\nOn Monday.'
    expect(trimText(text)).toBe(text)
    expect(trimText('On Tue, 3 June 2026, Omar wrote:\n> Which order?\n4711')).toContain('4711')
  })

  test.each([
    ['en', 'It works.', 'On Tue, 3 Mar 2026 at 10:00, Marsa <help@marsa.example> wrote:'],
    ['es', 'Ya funciona.', 'El mar, 3 mar 2026 a las 10:00, Marsa (<help@marsa.example>) escribió:'],
    ['de', 'Es geht.', 'Am Di., 3. März 2026 um 10:00 Uhr schrieb Marsa <help@marsa.example>:'],
    ['fr', 'Ça marche.', 'Le mar. 3 mars 2026 à 10:00, Marsa <help@marsa.example> a écrit :'],
    ['ar', 'يعمل الآن.', 'في الثلاثاء، 3 مارس 2026 في 10:00 ص، كتب Marsa <help@marsa.example>:'],
    ['zh', '可以了。', '在 2026年3月3日 10:00，Marsa <help@marsa.example> 写道：'],
    ['ja', '使えます。', '2026年3月3日(火) 10:00 Marsa <help@marsa.example>のメール:'],
    ['broken over lines', 'It works.', 'On Tue, 3 Mar 2026 at 10:00, Marsa\n<help@marsa.example>\nwrote:'],
    ['Outlook, ar', 'يعمل الآن.', 'من: Marsa <help@marsa.example>\nتاريخ الإرسال: 3 مارس\nإلى: Salma\nالموضوع: طلبك'],
    ['Outlook, zh', '可以了。', '发件人: Marsa\n发送时间: 2026年3月3日\n收件人: Salma\n主题: 回复'],
    ['a signature', 'It works.', '-- \nSalma Idris\nAlpha Shipping'],
    ['a telephone', 'يعمل الآن.', 'أُرسلت من الـ iPhone'],
  ])('what was quoted and the signature are folded: %s', (_, own, rest) => {
    expect(trimText(`${own}\n\n${rest}${rest.startsWith('--') || rest.includes('iPhone') ? '' : '\n> Is it?'}`)).toBe(
      own,
    )
  })

  test('ordinary sentences are not taken for another’s mail', () => {
    for (const text of [
      'On Monday I wrote to you.\nNo answer.',
      'From: Hamburg\nI come on Friday.',
      'A list:\n--x\n- y',
    ])
      expect(trimText(text)).toBe(text)
  })

  test('long lines of anything are trimmed in time', () => {
    const start = performance.now()
    for (const line of ['On '.repeat(100_000), '>'.repeat(300_000), '\n'.repeat(300_000), 'From: a\n'.repeat(40_000)])
      trimText(line)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
