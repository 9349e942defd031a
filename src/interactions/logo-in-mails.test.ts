import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { openMailSink, type MailSink } from '../testing/mail-sink.server.ts'
import { sendDue } from '../channels/email/outbox.server.ts'
import { listenersTo } from './index.ts'
import { prepareMails } from './prepare-mail.server.ts'
import { runTelling } from './run-telling.server.ts'

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

const setLogo = (logo: string | null) => web.ask('adam', 'PATCH', '/api/v1/settings', { logo })
const picture = async (format: 'png' | 'webp') => {
  const drawn = sharp({ create: { width: 240, height: 120, channels: 3, background: '#7a1f5c' } })
  return `data:image/${format};base64,${(await drawn.toFormat(format).toBuffer()).toString('base64')}`
}

/** The mail by which Salma hears that a new request of hers came, as it arrives. */
async function receipt() {
  sink.mails.length = 0
  const { number } = (await web.post('salma', '/api/v1/tickets', { title: 'A crane', description: 'It stands.' })).body
  const event = (await web.eventsOf(number)).at(-1)!
  for (const interaction of listenersTo(event.happened as never))
    await runTelling(web.desk, { interaction, ticket: number, event: event.id })
  await sendDue({
    db: web.database.primary,
    now: () => new Date(Date.now() + 1e12),
    sender: { from: 'help@example.com', secret: 's', host: 'example.com' },
    smtp: { url: sink.url },
    prepare: (mails) => prepareMails(web.desk, { publicUrl: 'https://help.example.com', repliesAreRead: false }, mails),
    onTrouble: (error) => {
      throw error
    },
  })
  const { items } = (await web.get('adam', `/api/v1/mails?ticket=${number}&recipient=salma@example.com`)).body
  const kept = (await web.get('adam', `/api/v1/mails/${items[0].id}`)).body.html as string
  return { ...sink.to('salma@example.com')[0]!, kept }
}

const preview = async () =>
  (await web.post('adam', '/api/v1/interactions/notify-customer-of-receipt/preview', { language: 'ar' })).body.html

test.each(['png', 'webp'] as const)('a logo goes along in the mail, as PNG and small (%s)', async (format) => {
  await setLogo(await picture(format))
  const { raw, parsed, kept } = await receipt()
  expect(raw).toMatch(/multipart\/related/iu)
  expect(raw.replace(/=\r?\n/gu, '')).toContain('<img src=3D"cid:logo@organisation" width=3D"56" height=3D"28"')
  const [logo] = parsed.attachments
  expect(logo).toMatchObject({ contentType: 'image/png', related: true })
  expect(await sharp(logo!.content).metadata()).toMatchObject({ format: 'png', width: 112, height: 56 })
  const shown = `<img src="data:image/png;base64,${logo!.content.toString('base64')}" width="56" height="28" alt=""`
  expect(kept).toContain(shown)
  expect(await preview()).toContain(shown)
})

test('without one, or with what is no picture after all, the mark of the product stands there', async () => {
  await setLogo(await picture('png'))
  const { kept: before } = await receipt()
  const broken = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3, 4]).toString('base64')}`
  for (const logo of [broken, null]) {
    await setLogo(logo)
    const { parsed, raw, kept } = await receipt()
    expect(parsed.attachments).toEqual([])
    expect(raw).not.toContain('<img')
    expect(kept).not.toContain('<img')
    expect(await preview()).not.toContain('<img')
  }
  expect(before).toContain('<img')
})
