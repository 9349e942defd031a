import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendDue } from '../channels/email/outbox.server.ts'
import { openMailSink, type MailSink } from '../testing/mail-sink.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { firstSubjects } from './first-subject.server.ts'
import { prepareTemplateTest } from './template-test.server.ts'
import { templateTest } from './template-test.write.server.ts'

let web: TestWeb
let sink: MailSink
beforeAll(async () => {
  web = await openTestWeb()
  sink = await openMailSink()
})
afterAll(async () => {
  await sink?.stop()
  await web?.close()
})

const receipt = 'notify-customer-of-receipt'
const ask = (body: object, who: 'adam' | 'mariam' = 'adam') =>
  web.post(who, `/api/v1/interactions/${receipt}/test`, body)
const flush = (url: string | null = sink.url) =>
  sendDue({
    db: web.database.primary,
    now: () => new Date(Date.now() + 1e6),
    sender: { from: 'help@example.com', secret: 's', host: 'example.com' },
    smtp: url === null ? null : { url },
    prepare: (mails) =>
      mails.map((mail) =>
        mail.interaction === templateTest
          ? prepareTemplateTest(web.desk, 'https://help.example.com')(mail)
          : Promise.resolve('dropped'),
      ),
    onTrouble: (error) => {
      throw error
    },
  })
const mine = () => sink.to('adam@example.com').map(({ parsed }) => parsed)

test('texts of an automatic message could be seen beside where they are written, and in no mail program', async () => {
  const { number } = (await web.post('salma', '/api/v1/tickets', { title: 'The gate', description: 'It is shut.' }))
    .body
  await flush(null)
  const templates = { ar: { opening: 'أهلًا بك. رقم طلبك {{number}}.' } }
  expect(await ask({ language: 'ar', ticket: number, templates })).toMatchObject({
    status: 202,
    body: { address: 'adam@example.com' },
  })
  await flush()
  const [mail] = mine()
  expect(mail!.headers.get('content-language')).toBe('ar')
  expect(mail!.text).toContain(`أهلًا بك. رقم طلبك \u2068T-${number}\u2069.`)
  expect(mail!.text).toContain('The gate')
  expect(mail!.html).toContain(`href="https://help.example.com/tickets/${number}`)
  // it begins no conversation of theirs, and nothing was saved
  const subject = await firstSubjects(web.database.primary, [number])
  expect(subject({ ticket: number, recipient: web.ids.adam, language: 'ar' })).toBeUndefined()
  expect((await web.get('adam', `/api/v1/interactions/${receipt}`)).body.ownLanguages).toEqual([])
})

test('without a mail server the test is kept to be read; what would not render is refused, and who may not write texts', async () => {
  expect((await ask({ language: 'en' })).status).toBe(202)
  await flush(null)
  const { items } = (await web.get('adam', '/api/v1/mails?state=kept&recipient=adam@example.com')).body
  expect(items).toMatchObject([{ interaction: templateTest, why: 'asked', to: 'adam@example.com' }])
  expect((await web.get('adam', `/api/v1/mails/${items[0].id}`)).body.text).toContain('T-1042')
  expect((await ask({ language: 'en', templates: { en: { opening: '{{nothing}}' } } })).status).toBe(422)
  expect((await ask({ language: 'en', templates: { en: { subject: '{{number}} {{leftOut}}' } } })).status).toBe(422)
  expect((await ask({ language: 'en', ticket: 999_999 })).status).toBe(422)
  expect((await ask({ language: 'en' }, 'mariam')).status).toBe(403)
})

test('a test about a ticket whose customer was erased meanwhile says nothing of them', async () => {
  const erin = { name: 'Erin Doe', email: 'erin@example.com', roles: ['customer'], password: 'a long password' }
  const { id } = (await web.post('adam', '/api/v1/users', erin)).body
  const request = { title: 'Erin’s gate', description: 'It is shut.', customer: erin.email }
  const { number } = (await web.post('mariam', '/api/v1/tickets', request)).body
  await flush(null)
  await ask({ language: 'en', ticket: number })
  await flush(null)
  await ask({ language: 'en', ticket: number })
  expect((await web.post('adam', `/api/v1/users/${id}/erase`, { confirm: erin.email })).status).toBe(200)
  sink.mails.length = 0
  await flush()
  expect(mine()).toHaveLength(1)
  expect(mine()[0]!.text).not.toMatch(/Erin|erin|gate/u)
  const rows = await web.database.primary
    .selectFrom('mail')
    .selectAll()
    .where('interaction', '=', templateTest)
    .execute()
  expect(JSON.stringify(rows).match(/Erin|erin@/gu)).toBeNull()
})
