import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendDue } from '../../channels/email/outbox.server.ts'
import { dice, liveAtRandom } from '../../statistics/testing/random-histories.server.ts'
import { mailEndpoints } from '../../interactions/mail-endpoints.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { setLogo } from '../../settings/testing/set-logo.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { openMailSink, type MailSink, type ReceivedMail } from '../../testing/mail-sink.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { sendReportEndpoints } from '../send-report-endpoints.server.ts'
import { makeDueReports } from './make-report.write.server.ts'
import { reportName } from './monthly-performance.ts'
import { printed } from './pdf/report-pdf.server.ts'
import { printOnce } from './print-once.server.ts'
import { readReport } from './read-report.server.ts'
import { sayReport } from './say-report.ts'
import { prepareReport } from './send-prepared-report.server.ts'
import { formatFor } from '../../words/format.ts'
import { wordsFor } from '../../words/words.ts'

let at: TestDesk
let sink: MailSink
let call: ReturnType<typeof callsTo>
let month: string

beforeAll(async () => {
  at = await openTestDesk()
  sink = await openMailSink()
  call = callsTo(at.desk, sendReportEndpoints)
  await at.setSettings({ timeZone: 'Asia/Riyadh', organisation: 'Marsa Freight', accent: '#7a1f5c' })
  await setLogo(at, '#e0a030')
  await at.database.primary
    .insertInto('role')
    .values({ key: 'reader', name: null, permissions: ['report.read'] })
    .execute()
  await at.database.primary.insertInto('user_role').values({ user_id: at.ids.omar, role_key: 'reader' }).execute()
  await liveAtRandom(at, dice(7), 200)
  at.clock.moveDays(31)
  prepared = prepareReport(at.desk, 'https://help.example.com', (paper, madeAt) => {
    papers.push(paper.language)
    return printed(paper, madeAt)
  })
  month = (await makeDueReports(at.desk)).at(-1)!
  await send()
})
afterAll(async () => {
  await sink?.stop()
  await at?.close()
})

/** Every paper that was set, by its language. */
const papers: string[] = []
let prepared: ReturnType<typeof prepareReport>

/** As the worker does it: a real mail server takes them. */
const send = () =>
  sendDue({
    db: at.database.primary,
    now: () => at.clock.now(),
    sender: { from: 'help@example.com', secret: 'secret', host: 'example.com' },
    smtp: { url: sink.url },
    prepare: (mails) =>
      mails.map((mail) => (mail.interaction === reportName ? prepared(mail) : Promise.resolve('dropped'))),
    onTrouble: (error) => {
      throw error
    },
  })

const reports = (who: Character): ReceivedMail[] => sink.to(`${who}@example.com`)
const ask = async (who: Character, address: string, given: object = {}) => call(await at.person(who), address, given)
const path = '/api/v1/reports'

async function whyToldOf(address: string): Promise<(string | null)[]> {
  const { answer } = await callsTo(at.desk, mailEndpoints)(await at.person('adam'), 'GET /api/v1/mails')
  return (answer as { items: { to: string; why: string | null; interaction: string }[] }).items
    .filter(({ to, interaction }) => to === address && interaction === reportName)
    .map(({ why }) => why)
}

test('the report of the month that ended is mailed once, to those who may read it', async () => {
  expect(sink.mails.map(({ to }) => to).toSorted()).toEqual(
    ['adam', 'lina', 'mariam', 'omar'].map((name) => `${name}@example.com`),
  )
  expect(await makeDueReports(at.desk)).toEqual([])
  await send()
  expect(sink.mails).toHaveLength(4)
})

test('its PDF is set once for each language and scope, not for each recipient', () => {
  // Mariam and Adam read the whole in English, Lina in Arabic, Omar what is his
  expect(papers.toSorted()).toEqual(['ar', 'en', 'en'])
})

test('what failed to be set is tried anew', async () => {
  let tries = 0
  const once = printOnce(async () => {
    tries += 1
    if (tries === 1) throw new Error('no paper')
    return Buffer.from('set')
  })
  const paper = {} as Parameters<typeof once>[0]
  await expect(once(paper, 'now')).rejects.toThrow('no paper')
  expect(String(await once(paper, 'now'))).toBe('set')
  expect(String(await once(paper, 'now'))).toBe('set')
  expect(tries).toBe(2)
})

test.each(['mariam', 'lina'] as const)('%s reads it in her language, with its PDF and a picture', async (who) => {
  const [mail] = reports(who)
  const reader = await at.person(who)
  const t = wordsFor(reader.language)
  const report = await readReport(at.desk, reader, month)
  const format = formatFor({ language: reader.language, timeZone: report.timeZone })
  const { subject, text, html, attachments } = mail!.parsed
  expect(subject).toBe(t.plain('report:mail.subject', { month: format.month(month) }))
  expect(html).toContain('background:#7a1f5c')
  expect(text).toContain(t('report:mail.attached.charts'))
  for (const sentence of sayReport(report, t, format)) expect(text).toContain(sentence)
  expect(text).toContain(`https://help.example.com/reports/${month}\n`)
  // the parser shows the picture in its place, as a mail program does
  expect(html).toContain('<img src="data:image/png;base64')
  expect(html).toContain(t.dir === 'rtl' ? '<html lang="ar" dir="rtl">' : '<html lang="en" dir="ltr">')
  expect(attachments.map(({ contentType }) => contentType).toSorted()).toEqual([
    'application/pdf',
    'image/png',
    'image/png',
  ])
  const [pdf, png] = ['application/pdf', 'image/png'].map((type) =>
    attachments.find(({ contentType }) => contentType === type)!,
  )
  expect(pdf!.filename).toBe(`monthly-performance-${month}.pdf`)
  expect(pdf!.content.toString('latin1')).toMatch(new RegExp(`/Lang ?\\(${reader.language}`))
  expect(await sharp(png!.content).metadata()).toMatchObject({ format: 'png', width: 1120 })
  if (process.env.KEEP_MAIL) {
    writeFileSync(`${process.env.KEEP_MAIL}-${who}.html`, html as string)
    writeFileSync(`${process.env.KEEP_MAIL}-${who}.pdf`, pdf!.content)
  }
})

test('who sees their own groups alone is mailed those, and nothing of the whole', async () => {
  const [mail] = reports('omar')
  const { text } = mail!.parsed
  expect(text).toContain('Documents')
  for (const hidden of ['Billing', 'Tom Baker', 'Jana Weiss']) expect(text).not.toContain(hidden)
  // it was said to come “with its charts”, of which there are none
  expect(text).toContain('These figures')
  expect(text).not.toMatch(/chart/u)
  // a change began a line of its own, and in the table its arrow was left behind
  expect(text).not.toMatch(/^[▲▼]/mu)
  expect(mail!.parsed.html).not.toMatch(/>[^<]*\n[▲▼]/u)
  expect(mail!.parsed.attachments.map(({ contentType }) => contentType).toSorted()).toEqual([
    'application/pdf',
    'image/png',
  ])
})

test('it is mailed to whoever asks for it, and no more by itself to whoever switched it off', async () => {
  expect((await ask('mariam', `GET ${path}/mailing`)).answer).toEqual({ mailed: true })
  await ask('mariam', `PATCH ${path}/mailing`, { body: { mailed: false } })
  expect((await ask('mariam', `GET ${path}/mailing`)).answer).toEqual({ mailed: false })
  const { answer } = await ask('mariam', `POST ${path}/monthly-performance/:month/mail`, { params: { month } })
  expect(answer).toEqual({ address: 'mariam@example.com' })
  await send()
  expect(reports('mariam')).toHaveLength(2)
  expect(reports('mariam')[1]!.parsed.text).toContain(wordsFor('en')('report:mail.askedFor'))
  // the list of mails said of each that it was about her account
  expect(await whyToldOf('mariam@example.com')).toEqual(['askedForReport', 'readsReports'])
  at.clock.moveDays(31)
  await makeDueReports(at.desk)
  await send()
  expect([reports('mariam').length, reports('lina').length]).toEqual([2, 2])
})

test('who lost the right meanwhile is not sent what waited for them', async () => {
  await ask('lina', `POST ${path}/monthly-performance/:month/mail`, { params: { month } })
  await at.database.primary.deleteFrom('group_member').where('user_id', '=', at.ids.lina).execute()
  const before = reports('lina').length
  await send()
  expect(reports('lina')).toHaveLength(before)
  const states = await at.database.primary
    .selectFrom('mail')
    .select('state')
    .where('interaction', '=', reportName)
    .where('recipient_id', '=', at.ids.lina)
    .execute()
  expect(states.map(({ state }) => state)).toContain('dropped')
})

test('a stranger to reports is refused at every door, a month that is none is not found', async () => {
  for (const address of [`GET ${path}/mailing`, `POST ${path}/monthly-performance/:month/mail`])
    expect(await refusalOf(ask('jana', address, { params: { month } }))).toMatchObject({ code: 'notAllowed' })
  const at2099 = { params: { month: '2099-01' } }
  expect(await refusalOf(ask('mariam', `POST ${path}/monthly-performance/:month/mail`, at2099))).toMatchObject({
    code: 'notFound',
  })
})
