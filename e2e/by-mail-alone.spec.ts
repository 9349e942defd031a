import { expect, test, type Page } from '@playwright/test'
import { hasDovecot, sayNotRun, startDovecot } from '../src/testing/dovecot.server.ts'
import { openMailSink, type MailSink, type ReceivedMail } from '../src/testing/mail-sink.server.ts'
import { openMailroom, written } from './mails.ts'
import { ar, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// A customer who never signs in: they write a mail, answer the answer, press the buttons of mails, and are helped.

let here: PeopledProduct
let sink: MailSink
let send: (raw: Buffer) => Promise<unknown>
const closing: (() => Promise<unknown>)[] = []

if (!hasDovecot) sayNotRun('a customer’s mails by IMAP (they are handed in directly instead)')

test.beforeAll(async () => {
  sink = await openMailSink()
  here = await startPeopledProduct({
    environment: { SMTP_URL: sink.url, MAIL_FROM: 'Marsa Freight <help@marsa.example>' },
  })
  closing.push(
    () => sink.stop(),
    () => here.product.stop(),
  )
  await (hasDovecot ? byImap() : byHand())
})
test.afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

/** A real mail server keeps the mailbox that the product reads. */
async function byImap(): Promise<void> {
  const dovecot = await startDovecot()
  closing.push(() => dovecot.end())
  send = (raw) => dovecot.deliver(raw)
  const { desk, noor } = here
  const tried = await desk.call(noor, 'POST', '/api/v1/mailboxes/try', dovecot.settings)
  expect(tried).toMatchObject({ reached: true, said: null })
  await desk.call(noor, 'POST', '/api/v1/mailboxes', { ...dovecot.settings, address: 'help@marsa.example' })
  const stateNow = async () => (await desk.call(noor, 'GET', '/api/v1/mailboxes')).items[0].state
  await expect.poll(stateNow).toBe('reading')
}

/** Without one: what a mailbox would bring is handed in, and answers come to an address that somebody else reads. */
async function byHand(): Promise<void> {
  const room = await openMailroom(here.product)
  closing.push(() => room.close())
  send = (raw) => room.take(raw)
  const { desk, noor } = here
  const box = { host: '127.0.0.1', port: 1, security: 'tls', username: 'x', password: 'x' }
  await desk.call(noor, 'POST', '/api/v1/mailboxes', { ...box, address: 'help@marsa.example' })
  await room.db.updateTable('mailbox').set({ heard_at: new Date() }).execute()
}

const huda = 'Huda Saleh <huda@customer.example>'
const theirs = () => sink.to('huda@customer.example')

/** The next mail that they get, in their own program. */
async function nextMail(after: number): Promise<ReceivedMail> {
  await expect.poll(() => theirs().length).toBeGreaterThan(after)
  return theirs()[after]!
}

const header = ({ raw }: ReceivedMail, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'imu').exec(raw.replaceAll('\r', '').replaceAll('\n ', ' '))?.[1] ?? ''

const hrefs = ({ parsed }: ReceivedMail): string[] =>
  [...String(parsed.html).matchAll(/href="([^"]+)"/gu)].map(([, href]) => href!.replaceAll('&amp;', '&'))

const button = (mail: ReceivedMail, does: string): string => {
  const href = hrefs(mail).find((each) => each.includes(does))
  if (!href) throw new Error(`No button ${does} in ${hrefs(mail).join(' ')}`)
  const { pathname, search } = new URL(href)
  return `${here.product.address}${pathname}${search}`
}

test('from the first mail to the stars, by mail alone', async ({ browser }) => {
  const { desk, mariam, omar, documents } = here
  await send(
    written(
      {
        From: huda,
        To: 'help@marsa.example',
        Subject: '=?utf-8?B?2LPZhtivINin2YTYqtiz2YTZitmF?=',
        'Message-ID': '<1@customer.example>',
      },
      'السلام عليكم،\nلا أستطيع تنزيل سند التسليم للشحنة MF-20418.\nشكرًا',
    ),
  )

  // a language was guessed from what they wrote, and it is answered in it, in the conversation that their program shows
  const receipt = await nextMail(0)
  expect(receipt.parsed.subject).toContain('T-')
  expect(receipt.parsed.text).toContain('وصلنا طلبك')
  expect(String(receipt.parsed.html)).toMatch(/<html lang="ar" dir="rtl">/u)
  expect(header(receipt, 'In-Reply-To')).toBe('<1@customer.example>')
  expect(header(receipt, 'References')).toContain('<1@customer.example>')
  expect(header(receipt, 'Auto-Submitted')).toBe('auto-generated')
  expect(header(receipt, 'List-Id')).toBe('')
  expect(receipt.from).toBe('')
  const [ticket] = (await desk.call(mariam, 'GET', '/api/v1/queries/incoming-requests?queue=new')).items
  const number = ticket.number as number
  expect(ticket.title.texts.ar.text).toBe('سند التسليم')

  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'reply', { text: 'ما تاريخ الشحنة؟' })
  const question = await nextMail(1)
  expect(question.parsed.text).toContain('ما تاريخ الشحنة؟')
  const replyTo = header(question, 'Reply-To')
  expect(replyTo).toMatch(/^help\+r[0-9a-z]+-[0-9a-f]{32}@marsa\.example$/u)
  await send(
    written(
      {
        From: huda,
        To: replyTo,
        Subject: 'Re: x',
        'Message-ID': '<2@customer.example>',
        'In-Reply-To': header(question, 'Message-ID'),
      },
      'الثالث من مارس.\n\nفي الثلاثاء، 3 مارس 2026، كتب Marsa Freight:\n> ما تاريخ الشحنة؟',
    ),
  )
  const said = async () =>
    (await desk.call(omar, 'GET', `/api/v1/tickets/${number}/conversation`)).items.map(
      (message: { text: { texts: Record<string, { text: string }> } }) => Object.values(message.text.texts)[0]!.text,
    )
  await expect.poll(said).toEqual(['ما تاريخ الشحنة؟', 'الثالث من مارس.'])
  const [newest] = (await desk.call(omar, 'GET', `/api/v1/inbound-mails?ticket=${number}`)).items
  expect(newest).toMatchObject({ decision: 'joined', reason: 'replyMark', isFolded: true })

  await desk.verb(omar, number, 'propose-solution', { solution: 'أرسلنا سند التسليم المختوم مع هذه الرسالة.' })
  await desk.verb(mariam, number, 'approve-solution')
  const answer = await nextMail(2)
  expect(answer.parsed.text).toContain('أرسلنا سند التسليم المختوم')
  expect(header(answer, 'In-Reply-To')).toBe('<2@customer.example>')

  // a scanner that follows every link of the mail changes nothing
  for (const href of hrefs(answer).filter((each) => each.includes('/t/'))) {
    const { pathname, search } = new URL(href)
    expect((await fetch(`${here.product.address}${pathname}${search}`)).status).toBe(200)
  }
  const now = () => desk.call(mariam, 'GET', `/api/v1/tickets/${number}`)
  expect((await now()).status).toBe('responded')

  const page: Page = await openAs(browser, here.product.address, null, '/sign-in', {
    width: 360,
    height: 740,
    language: 'ar',
  })
  await page.goto(button(answer, 'do=accept-solution'))
  await page.getByRole('button', { name: ar('customerTicket:answer.yes') }).click()
  await expect(page.getByRole('heading', { name: ar('customerTicket:headline.accepted') })).toBeVisible()
  expect((await now()).status).toBe('closed')

  const thanks = await nextMail(3)
  await page.goto(button(thanks, 'score=5'))
  await page.getByRole('button', { name: ar('customerTicket:rating.saveThis', { word: ar('rating:score.5') }) }).click()
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`))
  await expect.poll(async () => (await now()).rating?.score).toBe(5)
  await page.context().close()
})
