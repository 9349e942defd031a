import { afterAll, beforeAll, expect, test } from 'vitest'
import { replyAddress } from '../../channels/email/inbound/reply-address.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { hasLink } from '../../users/ticket-links/links-in-texts.ts'
import { mintLinks } from '../../users/ticket-links/ticket-links.server.ts'
import { takeInMail } from './take-in-mail.server.ts'

const secret = 'a secret for tests, long enough to be one'
const mint = mintLinks(secret)

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

/** A ticket with Omar, and where Salma's mails of it lead. */
async function withOmar() {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  const path = (await mint(web.database.primary, web.ids.salma, ticket, new Date()))!
  return { ticket, token: path.slice('/t/'.length), url: `https://help.example.com${path}?do=accept-solution` }
}

let mails = 0
async function answered(ticket: number, headers: string, body: string) {
  const to = replyAddress(secret, 'support@help.example', ticket)
  const from = `From: salma@example.com\r\nTo: ${to}\r\nSubject: Re: Your request\r\nMessage-ID: <links-${++mails}@example.com>`
  const raw = Buffer.from(`${from}\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`)
  const id = await takeInMail({ desk: web.desk, secret }, raw, {
    id: null,
    group: null,
    trustedServer: null,
  })
  return `/api/v1/inbound-mails/${id}`
}

const quote = (url: string) =>
  `On Tue, 3 Mar 2026, Marsa <help@marsa.example> wrote:\r\n> Did this solve it?\r\n> ${url}\r\n`
const html = (url: string) => `<p>Thank you.</p><blockquote><a href="${url}">Yes</a> ${url}</blockquote>`
const lines = (text: string, width = 76) => text.match(new RegExp(`.{1,${width}}`, 'gsu'))!.join('\r\n')
const softly = (text: string) => text.replaceAll('=', '=3D').replace(/[^\r\n]{70}/gu, '$&=\r\n')

test.each([
  ['as it stands', 'text/plain; charset=utf-8', '8bit', (url: string) => `Thank you.\r\n\r\n${quote(url)}`],
  ['in quoted-printable', 'text/html; charset=utf-8', 'quoted-printable', (url: string) => softly(html(url))],
  [
    'in base64',
    'text/html; charset=utf-8',
    'base64',
    (url: string) => lines(Buffer.from(html(url)).toString('base64')),
  ],
  [
    'written anew on the way',
    'text/plain; charset=utf-8',
    '8bit',
    (url: string) => `Thank you.\r\n\r\n${quote(`https://safe.example/?url=${encodeURIComponent(url)}&data=1`)}`,
  ],
  [
    'broken over lines',
    'text/plain; charset=utf-8',
    '8bit',
    (url: string) => `Thank you.\r\n\r\n${quote(`${url.slice(0, 60)}\r\n> ${url.slice(60)}`)}`,
  ],
])(
  'staff opened the customer’s request as the customer by the link that an answer quoted: %s',
  async (...[, type, encoding, body]) => {
    const { ticket, url, token } = await withOmar()
    const path = await answered(ticket, `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}`, body(url))
    const mail = (await web.get('omar', path)).body
    expect(mail).toMatchObject({ decision: 'joined', ticket })
    expect(mail.wholeText).toContain('Thank you.')
    const raw = (await web.get('omar', `${path}/raw`)).body as string
    for (const text of [JSON.stringify(mail), raw, Buffer.from(raw, 'base64').toString('latin1')]) {
      expect(text).not.toContain(token)
      expect(hasLink(text)).toBe(false)
    }
    expect(raw).toContain('Message-ID: <links-')
    expect(JSON.stringify((await web.get('omar', `/api/v1/tickets/${ticket}/conversation`)).body)).not.toContain(token)
  },
)

/** Of each mail that lets its reader choose a password, or makes them an account. */
async function linksOfAccounts() {
  const person = { name: 'New Hand', email: 'new-hand@example.com', roles: ['representative'] }
  expect((await web.post('adam', '/api/v1/users', person)).status).toBe(201)
  await web.post(null, '/api/auth/request-password-reset', { email: 'salma@example.com' })
  await web.setSettings({ registration: true })
  await web.post(null, '/api/v1/registrations', { name: 'Noor Saleh', email: 'noor@example.com', language: 'ar' })
  const mails = await web.database.primary
    .selectFrom('mail')
    .select(['interaction', 'says'])
    .where('interaction', 'in', ['account-invitation', 'account-reset', 'account-registration'])
    .execute()
  return mails.map(({ says }) => (says as { variables: { link: string } }).variables.link)
}

test('staff chose the password of whoever answered, sent on or got back a mail about their account', async () => {
  const links = await linksOfAccounts()
  expect(links.map((link) => link.split('#')[0])).toEqual(['/invitation', '/reset-password', '/confirm-registration'])
  const { ticket } = await withOmar()
  for (const link of links) {
    const url = `https://help.example.com${link}`
    const attached = `--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Ours\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(Buffer.from(quote(url)).toString('base64'))}\r\n`
    for (const [headers, body] of [
      ['Content-Type: text/plain', `What is this?\r\n\r\n${quote(url)}\r\n\r\nAnd ${url}`],
      ['Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', softly(html(url))],
      ['Content-Type: multipart/mixed; boundary=x', `--x\r\n\r\nWhat is this?\r\n${attached}--x--\r\n`],
    ] as const) {
      const path = await answered(ticket, headers, body)
      const mail = (await web.get('omar', path)).body
      const raw = (await web.get('omar', `${path}/raw`)).body as string
      const file = String((await web.get('omar', `${path}/attachments/0`)).body)
      const conversation = (await web.get('omar', `/api/v1/tickets/${ticket}/conversation`)).body
      expect(mail).toMatchObject({ decision: 'joined', ticket })
      expect(raw).toContain('Message-ID: <links-')
      const shown = [JSON.stringify([mail, conversation]), raw, raw.replaceAll('=\r\n', ''), file]
      const decoded = shown.map((text) => Buffer.from(text.split('base64').at(-1)!, 'base64').toString('latin1'))
      for (const text of [...shown, ...decoded]) expect(text).not.toContain(link.split('#')[1]!)
    }
  }
})

test('where a link cannot be blanked in the copy as it came, that copy is not given', async () => {
  const { ticket, url } = await withOmar()
  const body = lines(Buffer.from(`Thank you.\r\n\r\n${url}`, 'utf16le').toString('base64'))
  const headers = 'Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64'
  const path = await answered(ticket, headers, body)
  expect((await web.get('omar', path)).body.wholeText).toContain('https://help.example.com/t/…?do=accept-solution')
  expect((await web.get('omar', `${path}/raw`)).status).toBe(404)
})

test('what was read before links were taken out is shown without them', async () => {
  const { ticket, url, token } = await withOmar()
  const path = await answered(ticket, 'Content-Type: text/plain', 'Thank you.')
  const then = { text: `Thank you. ${url}`, whole_text: `Thank you. ${url}` }
  await web.database.primary.updateTable('inbound_mail').set(then).where('id', '=', path.split('/').at(-1)!).execute()
  expect(JSON.stringify((await web.get('omar', path)).body)).not.toContain(token)
})

test('who sent a photograph above a quote had our own mail, with the link, for a message', async () => {
  const { ticket, url } = await withOmar()
  const photograph = `--x\r\nContent-Type: image/jpeg; name="photo.jpg"\r\nContent-Disposition: attachment; filename="photo.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQSkZJRg==\r\n`
  const attached = `--x\r\nContent-Type: message/rfc822; name="ours.eml"\r\nContent-Disposition: attachment; filename="ours.eml"\r\n\r\nSubject: Ours\r\n\r\n${url}\r\n`
  const path = await answered(
    ticket,
    'Content-Type: multipart/mixed; boundary=x',
    `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\r\nSent from my iPhone\r\n\r\n${quote(url)}\r\n${photograph}${attached}--x--\r\n`,
  )
  const mail = (await web.get('omar', path)).body
  expect(mail).toMatchObject({ text: '', isFolded: true })
  expect(mail.wholeText).toContain('> Did this solve it?')
  const { items } = (await web.get('salma', `/api/v1/tickets/${ticket}/conversation`)).body
  const said = items.flatMap(({ text }: { text?: { texts: Record<string, { text: string }> } }) =>
    Object.values(text?.texts ?? {}).map((each) => each.text),
  )
  expect(said).toContain('…')
  expect(JSON.stringify(items)).not.toContain('Did this solve it?')
  for (const place of [0, 1]) {
    const saved = await web.get('omar', `${path}/attachments/${place}`)
    expect([saved.status, hasLink(String(saved.body))]).toEqual([200, false])
  }
})
