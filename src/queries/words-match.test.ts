import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closedTickets, countClosedTickets } from './closed-tickets/closed-tickets.server.ts'
import { incomingRequests } from './incoming-requests/incoming-requests.server.ts'
import { myTickets } from './my-tickets/my-tickets.server.ts'
import { shownNumber } from '../settings/shown-number.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openStage, type Stage } from '../testing/situations.server.ts'
import { close } from '../workflow/close.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'

let box: TestDesk
let stage: Stage
let arabic: number
let english: number
let chinese: number
beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
  arabic = await ask('لا أستطيع تنزيل إشعار التسليم', 'الفاتورة المرفقة لا تُفتح على الجوّال، والرسالة الأخيرة ضاعت.')
  english = await ask(
    'Invoices cannot be downloaded',
    'The button stopped working since the last update of my browser.',
  )
  chinese = await ask('无法下载交货单', '链接已经过期，请重新发送。')
})
afterAll(() => box.close())

async function ask(title: string, description: string): Promise<number> {
  return submitTicket(box.desk, await box.person('salma'), { title, description })
}

async function found(who: Character, words: string): Promise<number[]> {
  const person = await box.person(who)
  const { items } =
    who === 'salma' || who === 'pierre'
      ? await myTickets(box.desk, person, { words })
      : await incomingRequests(box.desk, person, { words })
  return items.map(({ number }) => number).toSorted((a, b) => a - b)
}

describe('words find a ticket however they are written', () => {
  test.each([
    ['with diacritics where the text has none', 'الفَاتُورَة'],
    ['without diacritics where the text has them', 'تفتح'],
    ['with another alef', 'اشعار'],
    ['with ha for ta marbuta', 'الفاتوره'],
    ['with tatweel', 'التسلـــيم'],
    ['several, in another order', 'التسليم إشعار'],
  ])('Arabic, %s', async (_how, words) => expect(await found('mariam', words)).toEqual([arabic]))

  test('Arabic, with the hamza on the seat that it has in another country', async () => {
    const syrian = await ask('مسؤول المخزن لا يجيب', 'نحتاج إلى رده قبل يوم الخميس.')
    const egyptian = await ask('إدارة شئون الطلاب', 'متى تفتح أبوابها؟')
    expect(await found('mariam', 'مسئول')).toEqual([syrian])
    expect(await found('mariam', 'مسؤول المخزن')).toEqual([syrian])
    expect(await found('mariam', 'شؤون الطلاب')).toEqual([egyptian])
  })

  test('Arabic, with the article or without, wherever the text has one', async () => {
    const bare = await ask('بطاقة لا تعمل', 'وصلت فاتورة خاطئة من شركة الكهرباء.')
    const joined = await ask('الشاشة والطابعة لا تعملان', 'حاولت مرة أخرى صباح اليوم.')
    expect(await found('mariam', 'الفاتورة الخاطئة')).toEqual([bare])
    expect(await found('mariam', 'فاتورة كهرباء')).toEqual([bare])
    expect(await found('mariam', 'البطاقة')).toEqual([bare])
    for (const words of ['طابعة', 'الطابعة', 'والطابعة', 'طابعة شاشة'])
      expect(await found('mariam', words)).toEqual([joined])
    expect(await found('mariam', 'الطابعة الخاطئة')).toEqual([])
  })

  test.each([
    ['in another form', 'invoice download'],
    ['in capitals', 'BUTTON'],
    ['with words that every text has', 'the button of the browser'],
    ['full width', 'ＩＮＶＯＩＣＥ'],
  ])('English, %s', async (_how, words) => expect(await found('mariam', words)).toEqual([english]))

  test('with accents or without, wherever the text has them', async () => {
    const french = await ask('Impossible de télécharger le reçu', 'La lettre est arrivée par la poste, pas le reçu.')
    const spanish = await ask(
      'No encuentro la facturación de marzo',
      'La contraseña funciona, pero falta el documento.',
    )
    const turkish = await ask('İade hâlâ yapılmadı', 'Ürün iki hafta önce size geri gönderildi.')
    const bare = await ask('Probleme de systeme', 'Il refuse ma carte depuis hier.')
    for (const words of ['télécharger reçu', 'telecharger recu', 'telecharger reçu', 'TÉLÉCHARGER'])
      expect(await found('mariam', words)).toEqual([french])
    for (const words of ['facturación', 'facturacion', 'facturaciones', 'contrasena'])
      expect(await found('mariam', words)).toEqual([spanish])
    for (const words of ['iade', 'İade', 'urun hafta', 'yapilmadi'])
      expect(await found('mariam', words)).toEqual([turkish])
    expect(await found('mariam', 'problème système')).toEqual([bare])
  })

  test('Arabic, with the letters of a Persian or Urdu keyboard', async () =>
    expect(await found('mariam', 'الأخیرة')).toEqual([arabic]))

  test('Chinese words are found without spaces between them', async () =>
    expect(await found('mariam', '交货')).toEqual([chinese]))

  test('words find a ticket only where one of its texts has all of them', async () => {
    expect(await found('mariam', 'invoice unicorn')).toEqual([])
    expect(await found('mariam', 'button download')).toEqual([])
  })

  test('signs that mean something to a search engine mean nothing here', async () => {
    for (const words of ["'", '&', '!', '(', ':*', 'a & | !', '\\', '%', '<->']) await found('mariam', words)
    expect(await found('mariam', "invoice' & !download:*")).toEqual([english])
  })
})

test('the number finds the ticket, with whatever prefix and in whatever digits', async () => {
  const eastern = String(english).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
  for (const words of [String(english), `T-${english}`, `t${english}`, `#${english}`, `SUP-${english}`, eastern])
    expect(await found('mariam', words)).toEqual([english])
  expect(await found('pierre', `T-${english}`)).toEqual([])
})

describe('a number is found as it is copied from a mail, whatever the organisation shows before it', () => {
  let closed: number
  beforeAll(async () => {
    closed = await ask('A drawer that sticks', 'It is the lowest one.')
    await close(box.desk, await box.person('mariam'), closed, { reason: 'It is done.' })
  })
  afterAll(() => box.setSettings({ numberPrefix: 'T-', numberPadding: 0 }))

  test.each(['IT-SD-', '2026-', 'SD_', 'Nº ', 'ط/', ''])('%s', async (numberPrefix) => {
    await box.setSettings({ numberPrefix, numberPadding: 7 })
    const mariam = await box.person('mariam')
    const copied = (number: number) => {
      const shown = shownNumber({ numberPrefix, numberPadding: 7 }, number)
      return [shown, shown.toLowerCase(), `\u2068${shown}\u2069`, `T-${number}`]
    }
    for (const words of copied(chinese)) {
      expect(await found('salma', words)).toEqual([chinese])
      expect(await found('mariam', words)).toEqual([chinese])
      expect(await found('pierre', words)).toEqual([])
    }
    for (const words of copied(closed)) {
      expect((await closedTickets(box.desk, mariam, { words })).items).toMatchObject([{ number: closed }])
      expect(await countClosedTickets(box.desk, mariam, { words })).toMatchObject({ count: 1 })
    }
  })
})

test('a number copied from an older mail was not found once the organisation had changed what stands before it', async () => {
  await box.setSettings({ numberPrefix: 'D-', numberPadding: 4 })
  for (const before of ['IT-SD-', 'SD_', 'ط/', 'T-'])
    expect([before, await found('mariam', `${before}000${english}`)]).toEqual([before, [english]])
  for (const no of ['MF-2026-1', `${'IT-'.repeat(4)}${english}`])
    expect([no, await found('pierre', no)]).toEqual([no, []])
  await box.setSettings({ numberPrefix: 'T-', numberPadding: 0 })
})

test('a translation is found in its own language', async () => {
  await stage.act('mariam', 'translate', chinese, {
    field: 'title',
    language: 'de',
    text: 'Lieferschein lässt sich nicht laden',
  })
  expect(await found('mariam', 'Lieferscheine')).toEqual([chinese])
})

test('notes and solutions among staff are found by staff who see the ticket, a solution by its customer once it went out', async () => {
  const number = await stage.ticketIn('taken')
  await stage.act('omar', 'note', number, { text: 'Ask the kingfisher department.' })
  await stage.act('omar', 'propose-solution', number, { solution: 'Use the pelican link.' })
  for (const words of ['kingfisher', 'pelican']) {
    for (const who of ['omar', 'mariam', 'adam'] as const) expect(await found(who, words)).toEqual([number])
    for (const who of ['salma', 'pierre', 'tom'] as const) expect(await found(who, words)).toEqual([])
  }
  await stage.act('mariam', 'approve-solution', number)
  expect(await found('salma', 'pelican')).toEqual([number])
  expect(await found('salma', 'kingfisher')).toEqual([])
  expect(await found('pierre', 'pelican')).toEqual([])
})

test('staff who are customers elsewhere find in their own requests what customers find', async () => {
  const db = box.database.primary
  await db.insertInto('user_role').values({ user_id: box.ids.omar, role_key: 'customer' }).execute()
  const number = await box.submitted('omar', 'My chair squeaks')
  await stage.act('mariam', 'note', number, { text: 'He has had three heron chairs.' })
  expect((await myTickets(box.desk, await box.person('omar'), { words: 'heron' })).items).toEqual([])
  expect((await incomingRequests(box.desk, await box.person('omar'), { words: 'heron' })).items).toEqual([])
  expect((await myTickets(box.desk, await box.person('omar'), { words: 'chair' })).items).toMatchObject([{ number }])
})
