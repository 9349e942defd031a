import { describe, expect, test } from 'vitest'
import { trimText, withoutSignature } from './trim-text.ts'

describe('trimming', () => {
  test('somebody who answers between the lines keeps them', () => {
    const text = '> Which order?\n4711\n> And when?\nOn Monday.'
    expect(trimText(text)).toBe(text)
    expect(trimText('On Tue, 3 June 2026, Omar wrote:\n> Which order?\n4711')).toContain('4711')
  })

  test('who answers between or below what they quote, with a greeting above it, was read as the greeting alone', () => {
    const introduction = 'On Tue, 3 Mar 2026 at 10:00, Marsa <help@marsa.example> wrote:'
    const between = `Hello, see below.\n\n${introduction}\n> Which port?\n\nJeddah.\n\n> And when?\n\nOn Monday.`
    expect(trimText(between)).toBe(between)
    const below = trimText(`Hello,\n\n${introduction}\n> Which port?\n> And when?\n\nJeddah, on Monday.\n\n-- \nZaid`)
    expect(below).toBe('Hello,\n\nJeddah, on Monday.')
  })

  test('a photograph above a quote: what was quoted was taken for the message', () => {
    const introduction = 'On Tue, 3 Mar 2026 at 10:00, Marsa <help@marsa.example> wrote:'
    for (const quote of [
      `${introduction}\n> Which port?\n>\n> And when?`,
      `\n\nSent from my iPhone\n\n> ${introduction}\n> Which port?`,
      `\n\n-- \nSalma Idris\n\n${introduction}\n\n> Which port?\n`,
    ]) {
      expect([quote, trimText(quote, true)]).toEqual([quote, ''])
      expect(trimText(quote)).toBe(quote.trim())
    }
    for (const answered of [`${introduction}\n> Which port?\n\nJeddah.`, '> Which port?\nJeddah.'])
      expect(trimText(answered, true)).toBe(answered)
    expect(trimText('Jeddah.', true)).toBe('Jeddah.')
  })

  test('whoever answered below what Outlook quotes without signs, with a file, had said nothing', () => {
    const outlook = 'From: Marsa <help@marsa.example>\nSent: Tuesday\nTo: Salma\nSubject: Your request\n\nWhich port?'
    for (const answered of [`${outlook}\n\nJeddah.`, `________________________________\n${outlook}\n\nJeddah.`])
      expect(trimText(answered, true)).toBe(answered)
  })

  test('a quoted line that was broken too early is no answer', () => {
    const introduction = 'On Tue, 3 Mar 2026 at 10:00, Marsa <help@marsa.example> wrote:'
    expect(trimText(`It works.\n\n${introduction}\n> a long line that was\nbroken here\n> and goes on\nhere`)).toBe(
      'It works.',
    )
  })

  test('an introduction stayed in the text where its language was not among those named', () => {
    const sentence = 'I write for <zaid@cust.example> on 3 March:\nhe asks for the port.'
    expect(trimText(sentence)).toBe(sentence)
    for (const introduction of [
      '\u202bفي الثلاثاء، 3 مارس 2026 في 10:00 ص تمت كتابة ما يلي بواسطة \u202aMarsa\u202c\u200f <\u202ahelp@marsa.example\u202c\u200f>:\u202c',
      'Marsa <help@marsa.example> 于2026年3月3日周二 10:00写道：',
      'Op di 3 mrt 2026 om 10:00 schreef Marsa <help@marsa.example>:',
      'Den tis 3 mars 2026 kl 10:00 skrev Marsa <help@marsa.example>:',
      'вт, 3 мар. 2026 г. в 10:00, Marsa <help@marsa.example>:',
      'wt., 3 mar 2026 o 10:00 Marsa <help@marsa.example> napisał(a):',
      'Marsa <help@marsa.example>, 3 Mar 2026 Sal, 10:00 tarihinde şunu yazdı:',
      'منگل، 3 مارچ، 2026 کو 10:00 AM پر Marsa <help@marsa.example> نے لکھا:',
      'Den tis 3 mars 2026 kl 10:00 skrev Marsa Freight\n<help@marsa.example>:',
    ])
      expect([introduction, trimText(`OK.\n\n${introduction}\n\n> Is it?\n> Yes?`)]).toEqual([introduction, 'OK.'])
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
    [
      'Outlook on the web, ar',
      'يعمل الآن.',
      'من: Marsa <help@marsa.example>\n\u200f\u200fتم الإرسال: 3 مارس\nإلى: Salma\nالموضوع: طلبك',
    ],
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

  test('whoever told in their own words of what was written lost what they told', () => {
    for (const text of [
      'السلام عليكم،\n\nفي مكتب جدة ظهرت الأخطاء التالية:\n1. الطابعة\n2. الطلب 4711',
      'السلام عليكم،\n\nفي رسالتي السابقة كتبت لكم المشكلة التالية:\nالطلب 4711',
      'Guten Tag,\n\nAm Montag schrieb ich Ihnen folgende Punkte:\n1. Auftrag 4711',
      'Bonjour,\n\nLe transporteur nous a écrit :\nLe colis 4711 est perdu.',
      'Hello,\n\nOn 3 June your driver wrote:\n\nThe gate was closed.',
      'Hello,\n\nOn Monday at 10:30 your driver wrote:\n\nThe gate was closed.',
    ])
      expect([text, trimText(text), withoutSignature(text)]).toEqual([text, text, text])
    for (const introduction of [
      'Am 03.06.2026 um 10:00 schrieb Marsa:',
      'On Jun 3, 2026, at 10:00 AM, Marsa wrote:',
      'في ٣ يونيو ٢٠٢٦، الساعة ١٠:٠٠ ص، كتب Marsa:',
      'On Tuesday, Marsa <help@marsa.example> wrote:',
    ])
      expect([introduction, trimText(`OK.\n\n${introduction}\n\nIs it?`)]).toEqual([introduction, 'OK.'])
  })

  test('from where to where and on which day was taken for the head of a quoted mail', () => {
    for (const text of [
      'Please quote:\n\nFrom: Jeddah\nTo: Hamburg\nDate: 3 July\n2 × 40’ HC',
      'نرجو السعر:\n\nمن: جدة\nإلى: هامبورغ\nالتاريخ: 3 يوليو\nحاويتان',
      'Merci de chiffrer :\n\nDe : Djeddah\nÀ : Hambourg\nDate : 3 juillet\n2 conteneurs',
    ])
      expect(trimText(text)).toBe(text)
  })

  test('a Teams invitation lost the address at which one joins', () => {
    const line = '_'.repeat(80)
    const invitation = `Shall we talk?\n\n${line}\nMicrosoft Teams meeting\nJoin: https://teams.example/1\n${line}`
    expect(trimText(invitation)).toBe(invitation)
    expect(trimText(`It works.\n\n${line}\n\nFrom: Marsa <help@marsa.example>\n\nWhich port?`)).toBe('It works.')
  })

  test('a signature is taken out from above what is quoted', () => {
    const quoted = 'On Tue, 3 Mar 2026 at 10:00, Zaid <zaid@cust.example> wrote:\n> The container is held.'
    expect(withoutSignature(`See below.\n\n-- \nSalma Idris\n\n${quoted}`)).toBe(`See below.\n\n${quoted}`)
    expect(withoutSignature(`See below.\n\n${quoted}\n\n-- \nSalma Idris`)).toBe(`See below.\n\n${quoted}`)
    expect(withoutSignature('See below.\n--\nSalma Idris\n> Held.')).toBe('See below.\n\n> Held.')
    expect(withoutSignature('\n-- \nSalma Idris')).toBe('-- \nSalma Idris')
  })

  test('a sentence that begins as a telephone’s line does was cut, of new requests too', () => {
    for (const text of [
      'السلام عليكم\nأرسلت من يومين الحوالة رقم 4711 ولم تظهر في حسابي',
      'السلام عليكم\nأرسلت من يومين الحوالة ولم تظهر',
      'Hello,\nSent from my new address now: please use omar@new.example',
      'Hello,\nSent from my new address now, please use it.',
      'Guten Tag,\nGesendet mit DHL, Sendungsnummer 4711',
      'Guten Tag,\nGesendet mit DHL am Montag',
    ])
      expect([text, trimText(text), withoutSignature(text)]).toEqual([text, text, text])
    for (const line of [
      'Sent from my Samsung Galaxy smartphone.',
      'Get Outlook for iOS<https://nam02.safelinks.example/?url=https%3A%2F%2Faka.ms%2F4711&data=05%7C01%7Csalma@cust.example>',
      'Von meinem iPhone gesendet',
      'Gesendet mit der WEB.DE iPhone App',
      'Gesendet mit der Telekom Mail App',
      'أُرسلت من هاتفي',
      'أرسلت من الـ iPhone',
      'ارسلت من هاتف سامسونج',
      '从我的iPhone发送',
    ])
      expect([line, withoutSignature(`OK.\n\n${line}`)]).toEqual([line, 'OK.'])
  })

  test('two dashes between the parts of a text were taken for a signature, and all parts but the first were cut', () => {
    for (const text of [
      'Two things.\n--\nFirst: printer 4711\n--\nSecond: scanner',
      `A thing.\n--\n${'And a line of it.\n'.repeat(20)}`.trim(),
    ])
      expect([trimText(text), withoutSignature(text)]).toEqual([text, text])
    const quoted =
      'On Tue, 3 Mar 2026 at 10:00, Zaid <zaid@cust.example> wrote:\n> The container is held.\n> --\n> Zaid'
    for (const signed of ['OK.\n--\nSalma Idris\nAlpha Shipping', `OK.\n--\nSalma Idris\n\n${quoted}`])
      expect(trimText(signed)).toBe('OK.')
  })

  // each is so long that work by the square of it would outlast the runner's patience
  test.each([
    ['one beginning after another', 'On '.repeat(1_000_000)],
    ['one sign of quoting after another', '>'.repeat(3_000_000)],
    ['empty lines', '\n'.repeat(1_000_000)],
    ['one line after another', `${'_'.repeat(20)}\n`.repeat(100_000)],
    ['one sender after another', 'From: a\n'.repeat(400_000)],
    ['one answer between quotes after another', `3 a@${'b'.repeat(100)}>:\n> c\n\nd\n`.repeat(40_000)],
    ['one telephone after another', `a\n${'Sent from my\n'.repeat(50_000)}x`],
    ['one telephone after another, in Chinese', `a\n${'从我的发送\n'.repeat(50_000)}x`],
    ['two dashes after another', `a\n${'--\n'.repeat(500_000)}x`],
    ['one introduction after another', `${'于 写道:\n>\n'.repeat(50_000)}\nword\n>\ny`],
    ['introductions above much that is answered', `${'于 写道:\n>\n'.repeat(50_000)}\n${'word\n'.repeat(50_000)}>\ny`],
    ['addresses longer than there are', `3 a@${'b'.repeat(400)}>:\n> c\n\nd\n`.repeat(10_000)],
  ])('megabytes of it hold up nobody, and nothing is cut: %s', (_, text) => {
    expect(trimText(text)).toBe(text.trim())
    expect(withoutSignature(text)).toBe(text.trim())
  })
})
