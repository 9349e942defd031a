import { describe, expect, test } from 'vitest'
import { automaticKind } from './automatic.ts'
import { cleanHtml } from './clean-html.ts'
import { mailHash } from './mail-hash.server.ts'
import { withOwnPictures } from './own-pictures.ts'
import { parseMail } from './parse-mail.server.ts'
import { replyAddress, ticketOfAddresses } from './reply-address.server.ts'
import { senderProof } from './sender-proof.ts'
import { allFixtures, fixture } from './testing/fixture.server.ts'
import { trimText } from './trim-text.ts'

const read = (name: string) => parseMail(fixture(name))

describe('a mail is read in its own charset and shape', () => {
  test.each([
    [
      'plain',
      'Salma Idris',
      'The delivery note cannot be downloaded',
      /^Hello,\n\nthe delivery note.*“404”.\n\nThank you$/su,
    ],
    ['html-only', 'Salma Idris', 'Rechnung für März', /die Rechnung für März fehlt noch\.\s+Auftrag\s*4711/su],
    ['reply-gmail', 'Salma Idris', 'Re: Our answer to your request', /^It works now, thank you\.$/u],
    [
      'reply-outlook',
      'Salma Idris',
      'AW: Unsere Antwort',
      /^Das passt so, vielen Dank für die Hilfe\.\n\nMit freundlichen Grüßen\nJana$/u,
    ],
    ['reply-apple', 'Salma Idris', 'Re: Réponse', /^Non, le lien ne marche toujours pas\.$/u],
    ['reply-arabic', 'Salma Idris', 'رد: إجابتنا عن طلبك', /^لم يُحلّ الأمر بعد، فالملف لا يُفتح\.$/u],
    ['arabic-windows-1256', 'سلمى إدريس', 'إشعار التسليم', /^السلام عليكم،\nلا أستطيع تنزيل إشعار التسليم\.\nشكرا$/u],
    ['japanese-iso-2022-jp', '佐藤', '納品書について', /^納品書がダウンロードできません。$/u],
    ['chinese-gb18030', '', '无法下载送货单', /^您好，送货单无法下载。$/u],
    [
      'format-flowed',
      'Salma Idris',
      'The delivery note cannot be downloaded',
      /which is number 4711, cannot be downloaded\.\nFrom here on nothing works\.$/u,
    ],
    ['broken-mime', 'Salma Idris', 'The delivery note cannot be downloaded', /Readable all the same/u],
    ['inline-image', 'Salma Idris', 'The delivery note cannot be downloaded', /See the picture:/u],
    ['winmail-dat', 'Salma Idris', 'The delivery note cannot be downloaded', /^The file is attached\.$/u],
    [
      'calendar-invite',
      'Salma Idris',
      'Invitation: Call about order 4711',
      /^Call about order 4711, Wednesday 10:00\.$/u,
    ],
    ['signed', 'Salma Idris', 'The delivery note cannot be downloaded', /^This is signed\.$/u],
    ['winmail-dat-arabic', 'Salma Idris', 'الفاتورة', /^السلام عليكم،\nالفاتورة وصورتها مرفقتان\.\nسلمى$/u],
    [
      'signed-in-one-piece',
      'Salma Idris',
      'Lieferung geprüft',
      /^Ich habe die Lieferung geprüft: zwei Pakete fehlen\.$/u,
    ],
    [
      'calendar-alone-arabic',
      'Salma Idris',
      'دعوة: مكالمة',
      /^مكالمة بشأن الطلب 4711\n2026-03-04 10:00 Asia\/Riyadh – .*\nالرياض, المكتب الثاني\nنراجع فيها:\n- الفاتورة\n- الموعد$/u,
    ],
    ['russian-koi8-r', 'Иван Петров', 'Накладная', /^Здравствуйте!\nНакладную скачать не удаётся\.$/u],
    ['french-iso-8859-1', 'Hélène Caron', 'Facture erronée', /^Bonjour,\n\nla facture de février .*Hélène$/su],
    ['korean-euc-kr', '김민수', '납품서 문의', /^안녕하세요,\n납품서를 내려받을 수 없습니다\.$/u],
    ['hebrew-windows-1255', 'דנה לוי', 'תעודת משלוח', /^שלום,\nלא ניתן להוריד את תעודת המשלוח\.$/u],
    ['turkish-iso-8859-9', 'Ayşe Yılmaz', 'İrsaliye', /^Merhaba, irsaliyeyi indiremiyorum\. Teşekkürler, Ayşe$/u],
    ['japanese-shift-jis', '鈴木', '請求書の件', /^請求書が届いていません。$/u],
    ['greek-iso-8859-7', 'Νίκος', 'Δελτίο αποστολής', /^Το δελτίο δεν ανοίγει\.$/u],
    ['unknown-charset', 'Salma Idris', 'A charset that nobody knows', /^The words are here all the same\.$/u],
    ['picture-alone', 'Salma Idris', 'See the picture', /^$/u],
    ['undeclared-utf-8', 'José', 'Albarán', /^¿Dónde está el albarán\? Gracias, José$/u],
  ])('%s', async (name, from, subject, text) => {
    const mail = await read(name)
    expect([mail.from?.name, mail.subject]).toEqual([from, subject])
    expect(mail.text).toMatch(text)
    expect(mail.wholeText.length).toBeGreaterThanOrEqual(mail.text.length)
  })

  test('what hangs on it is there with its name and its bytes', async () => {
    const names = async (name: string) => (await read(name)).attachments.map((each) => [each.name, each.type])
    expect(await names('winmail-dat')).toEqual([['winmail.dat', 'application/ms-tnef']])
    expect(await names('winmail-dat-arabic')).toEqual([
      ['فاتورة مارس.txt', 'text/plain'],
      ['shot.png', 'image/png'],
    ])
    expect(await names('inline-image')).toEqual([['shot.png', 'image/png']])
    expect((await names('signed'))[0]?.[1]).toBe('application/pgp-signature')
    expect((await names('calendar-invite'))[0]?.[1]).toBe('text/calendar')
    expect((await read('inline-image')).attachments[0]!.content.subarray(1, 4).toString()).toBe('PNG')
  })

  test.each(allFixtures())('%s cut anywhere is still read, or fails as a mail does', async (name) => {
    const raw = fixture(name)
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const mail = await parseMail(raw.subarray(0, Math.floor(raw.length * share)))
      expect(mail.text).toEqual(mail.text.toWellFormed())
    }
  })

  test('nothing, and nothing but nonsense', async () => {
    expect(await parseMail(Buffer.alloc(0))).toMatchObject({ from: null, subject: '', text: '' })
    expect(await parseMail(Buffer.from('\0\xff\xfe'.repeat(1000), 'latin1'))).toMatchObject({ from: null })
  })
})

test('two senders are no sender; neither is a group', async () => {
  expect((await read('two-froms')).from).toBeNull()
  const from = async (line: string) =>
    (await parseMail(Buffer.from(`From: ${line}\r\nSubject: x\r\n\r\nText`))).from?.address
  expect(await from('Some: a@example.com, b@example.com;')).toBeUndefined()
  expect(await from('a@example.com, b@example.com')).toBeUndefined()
  expect(await from('"salma@example.com" <thief@evil.example>')).toBe('thief@evil.example')
  expect(await from('=?utf-8?q?salma=40example.com?= <thief@evil.example>')).toBe('thief@evil.example')
  expect(await from('"a@evil.example x"@example.com')).toBeUndefined()
})

describe('hostile HTML', () => {
  test('nothing of it acts and nothing is fetched; what is text and table stays', async () => {
    const { html } = await read('hostile-html')
    expect(html).not.toMatch(
      /<script|<style|<svg|<iframe|<object|<form|<input|<base|<meta|<link|on\w+=|javascript:|position:/iu,
    )
    expect(html).not.toMatch(/src="(?!cid:)/iu)
    expect(html).toContain('href="https://ok.example/x"')
    expect(html).toContain('<td dir="rtl">مرحبا</td>')
  })

  test('pictures of the mail stay, trackers go', async () => {
    const { html } = await read('inline-image')
    expect(html).toContain('src="cid:shot@example.com"')
    expect(html).not.toContain('tracker.example')
  })

  test('shown, it has the pictures that the mail carries in it, and is asked of nobody', async () => {
    const { html, attachments } = await read('inline-image')
    expect(withOwnPictures(html!, attachments)).toMatch(/<img[^>]* src="data:image\/png;base64,iVBOR/u)
    const svg = { name: '', type: 'image/svg+xml', content: Buffer.from('<svg/>'), cid: 'x', inline: true }
    expect(withOwnPictures('<img src="cid:x" alt="A" /><img src="cid:none" />', [svg])).toBe('<img  alt="A" /><img  />')
  })

  test('what was cleaned is clean: a second time changes nothing', async () => {
    const { html } = await read('hostile-html')
    expect(cleanHtml(html!)).toBe(html)
  })

  test('five megabytes of nested tags are answered in time', () => {
    const start = performance.now()
    cleanHtml('<div><b>'.repeat(625_000))
    cleanHtml('<div><b>'.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(4_000)
  })
})

test('a mail of hundreds of parts is read, of a thousand and more, or of parts within parts, refused; all in time', async () => {
  const head = 'From: a@example.com\r\nTo: help@example.com\r\nSubject: Parts\r\nMIME-Version: 1.0\r\n'
  const file = (n: number) =>
    `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${n}.txt"\r\n\r\nPart ${n}\r\n`
  const flat = (count: number) =>
    `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from({ length: count }, (_, n) => file(n)).join('')}--b--\r\n`
  const opened = (n: number) => `Content-Type: multipart/mixed; boundary=b${n}x\r\n\r\n--b${n}x\r\n`
  const nested = `${head}${Array.from({ length: 2_000 }, (_, n) => opened(n)).join('')}Content-Type: text/plain\r\n\r\nInside\r\n`
  const start = performance.now()
  expect((await parseMail(Buffer.from(flat(900)))).from!.address).toBe('a@example.com')
  for (const mail of [flat(1_000), flat(20_000), nested])
    await expect(parseMail(Buffer.from(mail))).rejects.toThrow('Max allowed child nodes exceeded')
  expect(performance.now() - start).toBeLessThan(4_000)
})

describe('what machines write is known as such', () => {
  test.each([
    ['bounce', 'bounce'],
    ['bounce-postfix', 'bounce'],
    ['bounce-exchange', 'bounce'],
    ['bounce-gmail', 'bounce'],
    ['bounce-exim', 'bounce'],
    ['bounce-arabic', 'bounce'],
    ['delayed', 'bounce'],
    ['read-receipt', 'autoReply'],
    ['called-unwanted', 'autoReply'],
    ['absence-without-return-path', 'autoReply'],
    ['vacation', 'autoReply'],
    ['list-mail', 'list'],
    ['bulk', 'bulk'],
    ['null-sender', 'bounce'],
    ['absence-exchange', 'autoReply'],
    ['picture-alone', null],
    ['plain', null],
    ['reply-outlook', null],
    ['loop', null],
  ])('%s: %s', async (name, kind) => {
    expect(automaticKind(await read(name))).toBe(kind)
  })
})

describe('whose mail it is', () => {
  const proof = async (name: string, trusted: string | null) => {
    const mail = await read(name)
    return senderProof(mail.headers, mail.from!.address, trusted)
  }
  const said = (line: string) =>
    senderProof(new Map([['authentication-results', [line]]]), 'a@sub.example.com', 'mx.help')

  test('only our own mail server is believed, and only about the domain in From', async () => {
    expect(await proof('spoofed-with-stolen-token', 'mail.help.example')).toBe('notProven')
    expect(await proof('spoofed-with-stolen-token', null)).toBe('unknown')
    expect(await proof('plain', 'mail.help.example')).toBe('notProven')
    expect(said('mx.help; dkim=pass header.d=example.com')).toBe('proven')
    expect(said('mx.help 1; spf=pass (sender ok; fine) smtp.mailfrom=x@sub.example.com')).toBe('proven')
    expect(said('mx.help; dkim=pass header.d=com')).toBe('notProven')
    expect(said('mx.help; dkim=pass header.d=evilexample.com')).toBe('notProven')
    expect(said('mx.help; dkim=fail header.d=example.com; spf=none')).toBe('notProven')
    expect(said('evil.example; dmarc=pass header.from=sub.example.com')).toBe('notProven')
  })
})

describe('a ticket is found by our mark alone', () => {
  const secret = 'a secret'
  const ours = replyAddress(secret, 'support@help.example', 1042)

  test('the mark of its own number opens it, in any case of letters', () => {
    expect(ours).toMatch(/^support\+rsy-[0-9a-f]{32}@help\.example$/u)
    expect(ticketOfAddresses(secret, ['x@example.com', ours.toUpperCase()])).toBe(1042)
  })

  test('ten thousand changed ones open nothing', () => {
    const digits = '0123456789abcdef'
    let opened = 0
    for (let each = 0; each < 10_000; each++) {
      const at = 9 + (each % (ours.length - 9 - '@help.example'.length))
      const sign = digits[Math.floor(each / 64) % 16]!
      const changed = ours.slice(0, at) + sign + ours.slice(at + 1)
      if (changed !== ours && ticketOfAddresses(secret, [changed]) !== null) opened++
    }
    expect(opened).toBe(0)
    expect(ticketOfAddresses('another', [ours])).toBeNull()
  })
})

test('a mail is the same by whichever way it came, and no other is', () => {
  const raw = fixture('plain')
  const again = Buffer.from(raw.toString('latin1').replace('by mail.help.example', 'by backup.help.example'), 'latin1')
  expect(mailHash(again)).toBe(mailHash(raw))
  expect(mailHash(Buffer.from(raw.toString('latin1').replace('4711', '4712'), 'latin1'))).not.toBe(mailHash(raw))
  expect(mailHash(Buffer.from(raw.toString('latin1').replace('Salma', 'Selma'), 'latin1'))).not.toBe(mailHash(raw))
})

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
