import { describe, expect, test } from 'vitest'
import { parseMail } from './parse-mail.server.ts'
import { replyToElsewhere } from './parsed-mail.ts'
import { allFixtures, fixture } from './testing/fixture.server.ts'

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

  test('of a mail that somebody sent on, what it was sent for was folded away', async () => {
    const sent = (subject: string) =>
      Buffer.from(
        `From: a@example.com\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease see below.\r\n\r\n` +
          '---------- Forwarded message ---------\r\nFrom: Port <port@example.com>\r\nDate: Tue, 3 March 2026\r\n' +
          'Subject: Held\r\nTo: a@example.com\r\n\r\nThe container is held.\r\n',
      )
    for (const subject of ['Fwd: Held', 'FW: Held', 'WG: Held', 'TR : Held', 'إعادة توجيه: Held', '转发：Held'])
      expect((await parseMail(sent(subject))).text).toMatch(/^Please see below\..*The container is held\.$/su)
    expect((await parseMail(sent('Re: Fwd: Held'))).text).toBe('Please see below.')
  })

  test('a form of a website writes in its own name: nobody saw whom it asks to answer', async () => {
    const asked = async (replyTo: string) =>
      replyToElsewhere(await parseMail(Buffer.from(`From: wordpress@shop.example\r\n${replyTo}Subject: x\r\n\r\nText`)))
    expect(await asked('Reply-To: "Salma, Idris" <salma@cust.example>\r\n')).toBe('salma@cust.example')
    expect(await asked('Reply-To: WordPress@shop.example\r\n')).toBeNull()
    expect(await asked('')).toBeNull()
  })

  test('an empty mail and one of nonsense are read as mails from nobody', async () => {
    expect(await parseMail(Buffer.alloc(0))).toMatchObject({ from: null, subject: '', text: '' })
    expect(await parseMail(Buffer.from('\0\xff\xfe'.repeat(1000), 'latin1'))).toMatchObject({ from: null })
  })
})

test('a mail of hundreds of parts is read, of a thousand and more, or of parts within parts, refused', async () => {
  const head = 'From: a@example.com\r\nTo: help@example.com\r\nSubject: Parts\r\nMIME-Version: 1.0\r\n'
  const file = (n: number) =>
    `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${n}.txt"\r\n\r\nPart ${n}\r\n`
  const flat = (count: number) =>
    `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from({ length: count }, (_, n) => file(n)).join('')}--b--\r\n`
  const opened = (n: number) => `Content-Type: multipart/mixed; boundary=b${n}x\r\n\r\n--b${n}x\r\n`
  const nested = `${head}${Array.from({ length: 2_000 }, (_, n) => opened(n)).join('')}Content-Type: text/plain\r\n\r\nInside\r\n`
  expect((await parseMail(Buffer.from(flat(900)))).from!.address).toBe('a@example.com')
  for (const mail of [flat(1_000), flat(20_000), nested])
    await expect(parseMail(Buffer.from(mail))).rejects.toThrow('Max allowed child nodes exceeded')
})
