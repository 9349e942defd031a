// Pictures of everything that customers see, for looking at, and what axe finds on each. Not a test:
//   node e2e/shots-customer.ts [built pages, else dist] [part of a name]
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { preview } from 'vite'
import { findingsOfAxe } from './axe.ts'
import { chromiumPath } from './browser.ts'
import { be, startPeopledProduct, type PeopledProduct, type Somebody } from './people.ts'

const [pages = 'dist', only = ''] = process.argv.slice(2)
const shots = join(import.meta.dirname, '.shots')
const languages = ['en', 'ar'] as const
const schemes = ['light', 'dark'] as const
const widths = [360, 1440] as const

type Look = {
  readonly name: string
  readonly as?: Somebody
  readonly path: string
  readonly before?: (page: Page) => Promise<unknown>
}

mkdirSync(shots, { recursive: true })
const desk = await startPeopledProduct({ environment: { SANAD_WORKER: 'on' } })
const served = await preview({
  build: { outDir: resolve(pages) },
  preview: { port: 0, host: '127.0.0.1', proxy: { '/api': { target: desk.product.address } } },
  logLevel: 'error',
})
const address = served.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? ''
const browser = await chromium.launch(await chromiumPath())
const findings: string[] = []
try {
  for (const look of (await looksOf(desk)).filter(({ name }) => name.includes(only))) await takeAll(browser, look)
} finally {
  await browser.close()
  await served.close()
  await desk.product.stop()
}
console.log(findings.length ? findings.join('\n') : 'axe found nothing')
process.exit(0)

async function takeAll(from: Browser, look: Look): Promise<void> {
  for (const language of languages) {
    if (look.as) await desk.desk.call(look.as, 'PATCH', '/api/v1/me', { language })
    for (const scheme of schemes) for (const width of widths) await take(from, look, { language, scheme, width })
  }
}

type Way = { language: string; scheme: 'light' | 'dark'; width: number }

async function take(from: Browser, look: Look, { language, scheme, width }: Way): Promise<void> {
  const context = await from.newContext({
    viewport: { width, height: width < 500 ? 780 : 900 },
    colorScheme: scheme,
    locale: language,
    reducedMotion: 'reduce',
  })
  const name = `customer-${look.name}-${language}-${scheme}-${width}`
  try {
    await shoot(context, look, name)
  } finally {
    await context.close()
  }
}

async function shoot(context: BrowserContext, look: Look, name: string): Promise<void> {
  if (look.as) await be(context, address, look.as)
  const page = await context.newPage()
  page.on('pageerror', (error) => findings.push(`${name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/40[1349]|422/.test(message.text())) findings.push(`${name}: ${message.text()}`)
  })
  await page.goto(address + look.path)
  await page.locator('h1').first().waitFor()
  await look.before?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) findings.push(`${name}: ${wide} px too wide`)
  for (const finding of await findingsOfAxe(page)) findings.push(`${name}: ${finding}`)
}

async function looksOf({ desk: by, salma, omar, mariam, documents, pierre }: PeopledProduct): Promise<Look[]> {
  const asked = async (title: string, description: string) =>
    (await by.submit(salma, title, description)).number as number
  const assigned = async (title: string, description: string) => {
    const number = await asked(title, description)
    await by.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
    return number
  }
  const version = async (who: Somebody, number: number) =>
    (await by.call(who, 'GET', `/api/v1/tickets/${number}`)).version
  const verb = async (who: Somebody, number: number, name: string, body: object = {}) =>
    by.verb(who, number, name, { ...body, version: await version(who, number) })
  const answered = async (title: string, description: string, solution: string) => {
    const number = await assigned(title, description)
    await verb(omar, number, 'propose-solution', { solution })
    await verb(mariam, number, 'approve-solution')
    return number
  }
  const note = 'Delivery note of shipment MF-20418 cannot be downloaded'
  const story = 'When I press “Delivery note” the page says “document not found”. Customs want it before 15:00 today.'
  const reply =
    'Dear Salma, the stamped delivery note of MF-20418 is attached as a PDF. Customs accept it as it is. It was filed under your old booking number; from today the tracking page follows a booking when its number changes.'
  const open = await asked(
    'لا يمكنني تنزيل سند تسليم الشحنة MF-20377',
    'عندما أضغط على «سند التسليم» تظهر رسالة «المستند غير موجود».',
  )
  const working = await assigned('Packing list of MF-20377 not found', 'The packing list is missing since yesterday.')
  const offered = await answered(note, story, reply)
  await verb(omar, working, 'reply', { text: 'I have it. You will get it well before three.' })
  const declined = await answered(
    'Invoice 881 shows the wrong VAT number',
    'Please correct it.',
    'The invoice is corrected.',
  )
  await verb(salma, declined, 'decline-solution', { reason: 'رقم الفاتورة صحيح الآن، لكن العنوان ما زال قديمًا.' })
  const wrote = await answered(
    'Tracking page is empty',
    'Nothing is shown.',
    'Please sign in again, then open the page.',
  )
  await verb(salma, wrote, 'reply', { text: 'Which password do I use there?' })
  const accepted = await answered('Change of the delivery address', 'To Jeddah, please.', 'The address is changed.')
  await verb(salma, accepted, 'accept-solution')
  const rated = await answered('Second driver for MF-20111', 'We need one.', 'A second driver is booked.')
  await verb(salma, rated, 'accept-solution')
  await verb(salma, rated, 'rate', { score: 4, comment: 'سريعة ولطيفة. تمنيت فقط لو أخبرتني الصفحة.' })
  const cancelled = await asked('Forget this', 'It was solved by itself.')
  await verb(salma, cancelled, 'cancel')
  const closed = await assigned('Price list for 2019', 'Please send it.')
  await verb(mariam, closed, 'close', {
    reason: 'We no longer keep prices of that year. The list since 2021 is on the price page.',
  })
  const original = await by.submit(pierre, 'Delivery notes fail', 'For everybody.')
  const joined = await asked('No delivery notes today', 'None can be opened.')
  await verb(mariam, joined, 'mark-duplicate', { original: original.number })
  const reopened = await answered('Empty container MF-20500', 'Where is it?', 'It is in Jeddah.')
  await verb(salma, reopened, 'accept-solution')
  await verb(salma, reopened, 'reopen', { reason: 'It is not there.' })

  const ticket = (name: string, number: number, before?: Look['before']): Look => ({
    name: `ticket-${name}`,
    as: salma,
    path: `/tickets/${number}`,
    ...(before && { before }),
  })
  const write = async (page: Page) => {
    await page.locator('form input').first().fill('لا يمكنني تنزيل سند تسليم الشحنة MF-20418')
    await page.locator('form textarea').fill('عندما أضغط على «سند التسليم» تظهر رسالة «المستند غير موجود».')
    await page.waitForTimeout(300)
  }
  const fresh = await by.add(desk.noor, {
    name: 'Huda Saleh',
    email: 'huda@example.com',
    language: 'en',
    roles: ['customer'],
  })
  return [
    { name: 'sign-in', path: '/sign-in' },
    { name: 'forgot', path: '/forgot-password' },
    { name: 'reset', path: '/reset-password#token' },
    { name: 'invitation', path: '/invitation#token' },
    { name: 'setup-over', path: '/setup#token' },
    { name: 'request', as: salma, path: '/new', before: write },
    {
      name: 'request-sent',
      as: pierre,
      path: '/new',
      before: async (page) => {
        await write(page)
        await page.locator('form button[type=submit]').click()
        await page.locator('[class*=sentTitle]').waitFor()
      },
    },
    { name: 'request-behalf', as: mariam, path: '/new' },
    { name: 'requests', as: salma, path: '/requests', before: (page) => page.locator('main li').first().waitFor() },
    {
      name: 'requests-none',
      as: fresh,
      path: '/requests',
      before: (page) => page.locator('main h2').first().waitFor(),
    },
    ticket('open', open),
    ticket('working', working),
    ticket('offered', offered),
    ticket('not-yet', offered, (page) => page.locator('[class*=verdict] button').last().click()),
    ticket('declined', declined),
    ticket('answered', wrote),
    ticket('accepted', accepted),
    ticket('rated', rated),
    ticket('cancelled', cancelled),
    ticket('closed', closed),
    ticket('duplicate', joined),
    ticket('reopened', reopened),
    ticket('cancel', open, (page) => page.locator('main p > button').last().click()),
    {
      name: 'bell',
      as: salma,
      path: '/requests',
      before: (page) => page.locator('header [class*=bell] button, header button[class*=bell]').first().click(),
    },
    { name: 'not-found', as: salma, path: '/nothing' },
    { name: 'no-ticket', as: salma, path: '/tickets/999999' },
    { name: 'refused-people', as: salma, path: '/people' },
  ]
}
