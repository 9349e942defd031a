import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendDue } from '../channels/email/outbox.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { ticketVerbs } from '../start/verbs.ts'
import { interactions, listenersTo } from './index.ts'
import { prepareMails } from './prepare-mail.server.ts'
import { runTelling } from './run-telling.server.ts'
import { partsOfBody, variantsOf } from './template-texts.ts'
import { toldPeople } from './told-people.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const patch = (name: string, body: object, who: 'adam' | 'mariam' = 'adam') =>
  web.ask(who, 'PATCH', `/api/v1/interactions/${name}`, body)
const show = (name: string, body: object) => web.post('adam', `/api/v1/interactions/${name}/preview`, body)

/** Does the duties of the last event of a ticket, as the worker would, and says what was put up and sent. */
async function tell(ticket: number) {
  const event = (await web.eventsOf(ticket)).at(-1)!
  for (const interaction of listenersTo(event.happened as never))
    await runTelling(web.desk, { interaction, ticket, event: event.id })
  const settings = { publicUrl: 'https://help.example.com', repliesAreRead: false }
  const sender = { from: 'help@example.com', secret: 's', host: 'example.com' }
  await sendDue({
    db: web.database.primary,
    now: () => new Date(Date.now() + 1e12),
    sender,
    smtp: null,
    prepare: (mails) => prepareMails(web.desk, settings, mails),
    onTrouble: (error) => {
      throw error
    },
  })
  const db = web.database.primary
  const mails = await db
    .selectFrom('mail')
    .select(['interaction', 'subject', 'body_text', 'body_html'])
    .where('event_id', '=', event.id)
    .orderBy('interaction')
    .execute()
  const notices = await db
    .selectFrom('notice')
    .select('interaction')
    .where('event_id', '=', event.id)
    .orderBy('interaction')
    .execute()
  return { mails, notices: notices.map(({ interaction }) => interaction) }
}

const receipt = 'notify-customer-of-receipt'

test('every interaction says what triggers it and whom it tells', async () => {
  const { items } = (await web.get('adam', '/api/v1/interactions')).body
  expect(items).toHaveLength(interactions.length)
  for (const each of items) expect(each.recipients.length).toBeGreaterThan(0)
  expect(items[1]).toMatchObject({
    name: receipt,
    on: ['ticketSubmitted'],
    by: ['in-app', 'email'],
    channels: ['in-app', 'email'],
    enabled: true,
    recipients: ['customer'],
    ownLanguages: [],
  })
  expect((await web.get('mariam', '/api/v1/interactions')).status).toBe(403)
  expect((await web.get('adam', '/api/v1/interactions/nothing')).status).toBe(404)
})

test('one shows its texts, its variables with a sample in every language, and its buttons', async () => {
  const { body } = await web.get('adam', '/api/v1/interactions/tell-of-withdrawal')
  expect(body).toMatchObject({ variants: ['customer'], actions: ['view-ticket', 'see-request'] })
  expect(body.templates.ar).toMatchObject({
    dir: 'rtl',
    own: {},
    builtIn: { subject: expect.stringMatching(/\p{Script=Arabic}/u) },
  })
  const reason = body.variables.find(({ name }: { name: string }) => name === 'reason')
  expect(reason.keys).toContain('body')
  expect(reason.keys).not.toContain('body_customer')
  expect(reason.sample.ar).toMatch(/\p{Script=Arabic}/u)
  for (const { name } of interactions) {
    const { variables } = (await web.get('adam', `/api/v1/interactions/${name}`)).body
    const filled = variables.filter((each: { name: string }) => !partsOfBody.includes(each.name as never))
    const unsaid = filled.filter(({ sample }: { sample: Record<string, string> }) => !sample.en || !sample.ar)
    expect([name, unsaid]).toEqual([name, []])
  }
})

test('a text written in Arabic is what is received in Arabic, in the mail and in the product; others keep theirs', async () => {
  const body = ['{{opening}}', 'سنكتب لك قبل {{answerBy}}.', '[عرض طلبي](see-request)']
  const saved = await patch(receipt, {
    templates: { ar: { subject: 'استلمنا {{number}} يا صديق', inProduct: 'استلمنا {{number}}', body } },
  })
  expect(saved).toMatchObject({ status: 200, body: { ownLanguages: ['ar'], templates: { ar: { own: { body } } } } })
  const ticket = await web.submitted('salma')
  const { mails } = await tell(ticket)
  const mail = mails.find(({ interaction }) => interaction === receipt)!
  expect(mail.body_text).toContain('يا صديق')
  expect(mail.body_text).toContain('سنكتب لك قبل')
  expect(mail.body_html).toContain('dir="rtl"')
  const notice = (await web.get('salma', '/api/v1/notices')).body.items[0]
  expect(notice.text).toMatch(/^استلمنا .*T-/u)
  const english = await show(receipt, { language: 'en', ticket })
  expect(english.body.text).toContain('We have your request')
  const reset = await patch(receipt, { templates: { ar: { subject: null } } })
  expect(Object.keys(reset.body.templates.ar.own).toSorted()).toEqual(['body', 'inProduct'])
  expect((await patch(receipt, { templates: null })).body.templates.ar.own).toEqual({})
  const log = (await web.get('adam', `/api/v1/audit?subject=interaction:${receipt}`)).body.items
  expect(log).toHaveLength(3)
  expect(log.at(-1)).toMatchObject({ action: 'interaction.changed', before: { templates: {} } })
})

test('switched off it tells nobody and its duty is done; without a channel it goes by the others', async () => {
  await patch('notify-desk-of-new-ticket', { enabled: false })
  await patch(receipt, { channels: ['in-app'] })
  const first = await tell(await web.submitted('salma'))
  expect(first).toEqual({ mails: [], notices: [receipt] })
  await patch(receipt, { channels: ['email'] })
  const second = await tell(await web.submitted('salma'))
  expect([second.mails.map(({ interaction }) => interaction), second.notices]).toEqual([[receipt], []])
  await patch(receipt, { channels: ['in-app', 'email'] })
  await patch('notify-desk-of-new-ticket', { enabled: true })
  expect((await tell(await web.submitted('salma'))).notices).toContain('notify-desk-of-new-ticket')
})

describe('what would not render is refused, and says where', () => {
  const good = ['Here is our answer to {{number}}.', '{{solution}}', '[Yes](accept-solution) [No](decline-solution)']
  test.each([
    [{ en: { subject: 'About {{title}}' } }, 'templates.en.subject', 'missingPart'],
    [{ en: { subject: 'About {{number}} {{nothing}}' } }, 'templates.en.subject', 'unknownVariable'],
    [{ en: { subject: 'About {{number}} {{solution' } }, 'templates.en.subject', 'brokenVariable'],
    [{ en: { subject: '{{number}}\nBcc: x@y.z' } }, 'templates.en.subject', 'wrongType'],
    [{ en: { subject: '  ' } }, 'templates.en.subject', 'required'],
    [{ en: { inProduct: '{{number}} [Yes](accept-solution)' } }, 'templates.en.inProduct', 'brokenButton'],
    [{ en: { body: [...good, 'See [this](https://x.example)'] } }, 'templates.en.body.3', 'brokenButton'],
    [{ en: { body: [...good, 'Go [there](review)'] } }, 'templates.en.body.3', 'brokenButton'],
    [{ en: { body: [...good, '[Yes](accept-solution) then more'] } }, 'templates.en.body.3', 'brokenButton'],
    [{ en: { body: good.slice(0, 2) } }, 'templates.en.body', 'missingPart'],
    [{ en: { body: [good[0], good[2]] } }, 'templates.en.body', 'missingPart'],
    [{ en: { body: [...good, ''] } }, 'templates.en.body.3', 'required'],
    [{ en: { body: [] } }, 'templates.en.body', 'required'],
    [{ en: { body: 'text' } }, 'templates.en.body', 'wrongType'],
    [{ en: { bodily: [] } }, 'templates.en.bodily', 'unknown'],
    [{ tlh: {} }, 'templates.tlh', 'notOffered'],
    [{ en: [] }, 'templates.en', 'wrongType'],
    [{ ar: { body: [...good, { text: 'x' }] } }, 'templates.ar.body.3', 'wrongType'],
  ])('%j', async (templates, field, code) => {
    for (const answer of [
      await patch('tell-customer-of-solution', { templates }),
      await show('tell-customer-of-solution', { language: 'en', templates }),
    ]) {
      expect(answer.body).toMatchObject({
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ field, code })]),
      })
      expect(answer.body.errors[0].message).not.toBe(code)
    }
    expect((await web.get('adam', '/api/v1/interactions/tell-customer-of-solution')).body.ownLanguages).toEqual([])
  })

  test('what staff are told reaches no customer by way of a template', async () => {
    const templates = { en: { body_customer: ['We changed it: {{reason}}'] } }
    expect((await patch('tell-of-withdrawal', { templates })).body.errors).toMatchObject([
      { field: 'templates.en.body_customer.0', code: 'unknownVariable', variable: '{{reason}}' },
    ])
  })

  test('what is built in would pass', async () => {
    for (const { name } of interactions) {
      const { templates } = (await web.get('adam', `/api/v1/interactions/${name}`)).body
      const built = { en: templates.en.builtIn, ar: templates.ar.builtIn }
      expect([name, (await show(name, { language: 'ar', templates: built })).status]).toEqual([name, 200])
    }
  })
})

describe('a preview', () => {
  test('carries the organisation’s accent where mails have ours', async () => {
    const html = async () => (await show('notify-customer-of-receipt', { language: 'ar' })).body.html as string
    expect(await html()).toContain('background:#03656c')
    await web.ask('adam', 'PATCH', '/api/v1/settings', { accent: '#7a1f5c' })
    const own = await html()
    await web.ask('adam', 'PATCH', '/api/v1/settings', { accent: null })
    expect(own).toContain('background:#7a1f5c')
    expect(own).not.toContain('#03656c')
  })

  test('of every interaction, in every variant and language, leaves no brace and no bracket', async () => {
    for (const { name } of interactions)
      for (const variant of [undefined, ...variantsOf(name)])
        for (const language of ['en', 'ar']) {
          const { status, body } = await show(name, { language, ...(variant ? { variant } : {}) })
          expect([name, variant, status]).toEqual([name, variant, 200])
          expect(body).toMatchObject({ language, dir: language === 'ar' ? 'rtl' : 'ltr', isSample: true })
          expect([body.subject, body.line, body.text].join('\n')).not.toMatch(/[[\]{}]/u)
          expect(body.html).toContain(`dir="${body.dir}"`)
        }
  })

  test('without a ticket its path stands where what is told of leads, not at an answer that nobody gave yet', async () => {
    const stepNow = async (name: string) =>
      /font-weight:600[^"]*padding-top:8px">([^<]+)</u.exec((await show(name, { language: 'en' })).body.html)?.[1]
    expect(await stepNow(receipt)).toBe('Received')
    expect(await stepNow('tell-customer-of-solution')).toBe('Answer ready for you')
    expect(await stepNow('remind-customer-of-solution')).toBe('Answer ready for you')
    expect(await stepNow('ask-owner-for-feedback')).toBe('Closed')
  })

  test('on a real ticket says what happened there, and only to who sees it; it changes nothing', async () => {
    const ticket = await web.submitted('salma', 'Crane 7 is stuck')
    await ticketVerbs.take(web.desk, await web.person('mariam'), ticket)
    const before = await web.rowOf(ticket)
    const shown = await show('notify-desk-of-new-ticket', { language: 'en', ticket })
    expect(shown.body).toMatchObject({ isSample: false, subject: expect.stringContaining('Crane 7 is stuck') })
    expect(shown.body.text).toContain('Salma Idris')
    const notYet = await show('tell-staff-of-decline', { language: 'en', ticket })
    expect(notYet.body).toMatchObject({ isSample: true, subject: expect.stringContaining('Crane 7 is stuck') })
    expect(await web.rowOf(ticket)).toEqual(before)
    expect((await show(receipt, { language: 'en', ticket: 99_999 })).body.errors).toMatchObject([{ field: 'ticket' }])
    expect((await show(receipt, { language: 'en', variant: 'none' })).body.errors).toMatchObject([{ field: 'variant' }])
    expect((await web.post('mariam', `/api/v1/interactions/${receipt}/preview`, { language: 'en' })).status).toBe(403)
  })
})

test('whom each tells is said of every one', () => {
  expect(interactions.filter(({ name }) => toldPeople(name).length === 0)).toEqual([])
})
