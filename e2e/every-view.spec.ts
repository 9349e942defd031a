import { expect, test, type Browser, type Page } from '@playwright/test'
import pg from 'pg'
import { linkMailedTo } from './account-links.ts'
import { bringAxe } from './axe.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, picturesAreTaken, shot } from './pages.ts'
import { mailsOfEveryKind } from './mails-of-every-kind.ts'
import { cutLetters } from './whole-letters.ts'
import { startPreparedProduct, type PeopledProduct, type Somebody } from './people.ts'

// Every view in both directions and both schemes: WCAG 2.2 AA by axe, nothing that scrolls sideways, and a picture of each at
// both widths in e2e/.shots/, for whoever changed it to look at.

let here: PeopledProduct
let there: Awaited<ReturnType<typeof bringAbout>>

test.beforeAll(async () => {
  const prepared = await startPreparedProduct('every_view', bringAbout)
  here = prepared.here
  there = prepared.known
})
test.afterAll(() => here.product.stop())

async function bringAbout(here: PeopledProduct) {
  const kept = await mailsOfEveryKind(here)
  const { desk, salma, mariam, omar, documents } = here
  const assigned = { group: documents.id, member: omar.id }
  const submit = async (title: string) =>
    (await desk.submit(salma, title, 'تفاصيل الطلب، مع رقم الشحنة MF-20418.')).number as number
  const open = await submit('أين أرفع بيان الجمارك؟')
  const going = await submit('The driver’s telephone number is missing')
  await desk.verb(mariam, going, 'assign', assigned)
  await desk.verb(omar, going, 'reply', { text: 'I have your request. Which driver is it?' })
  await desk.verb(salma, going, 'reply', { text: 'السائق الذي جاء أمس.' })
  await desk.verb(omar, going, 'note', { text: 'The dispatcher knows him.' })
  const review = await submit('Rechnung 8841 nennt die falsche USt-IdNr.')
  await desk.verb(mariam, review, 'assign', assigned)
  await desk.verb(omar, review, 'propose-solution', { solution: 'We will look into the invoice.' })
  await desk.verb(mariam, review, 'return-solution', { reason: 'Say by when.' })
  await desk.verb(omar, review, 'propose-solution', { solution: 'We will look into the invoice by Friday.' })
  const offered = await submit('لا يمكن تنزيل مذكرة التسليم')
  await desk.verb(mariam, offered, 'assign', assigned)
  await desk.verb(omar, offered, 'propose-solution', { solution: 'أرسلنا المذكرة المختومة إلى بريدك.' })
  await desk.verb(mariam, offered, 'approve-solution')
  const closed = await submit('Two parcels of three arrived')
  await desk.verb(mariam, closed, 'close', { reason: 'The third one arrived today.' })
  await desk.call(mariam, 'POST', '/api/v1/canned-answers', {
    name: 'Which shipment?',
    text: {
      source: 'en',
      texts: { en: 'Dear {{customer}}, which shipment is it?', ar: 'مرحبًا {{customer}}، أي شحنة تقصد؟' },
    },
    shared: 'all',
  })
  await desk.call(mariam, 'POST', '/api/v1/canned-answers', {
    name: 'تعليمات الدفع',
    text: 'يمكن الدفع بالتحويل.',
    shared: 'own',
  })
  await desk.verb(omar, going, 'reply', {
    text: '# Two things\n\n1. **Restart** it\n2. write `MF-20418`\n\nSee [our page](https://example.com/help).\n\n> السائق الذي جاء أمس.',
  })
  const duplicate = await submit('صفحة التتبع فارغة')
  await desk.verb(mariam, duplicate, 'mark-duplicate', { original: going })
  const invited = { name: 'Rami Odeh', email: 'rami@example.com', roles: [] }
  await desk.call(here.noor, 'POST', '/api/v1/users', invited)
  const invitation = await linkMailedTo(here.product, invited.email)
  await asIfRestored(here.product.databaseUrl, salma)
  return { ...kept, open, going, review, offered, closed, duplicate, invitation }
}

/** What a restore leaves behind: mails that waited in the backup, held until somebody decides. */
async function asIfRestored(url: string, { id, email }: Somebody): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into mail (id, interaction, recipient_id, address, message_id, says, state, next_try_at, created_at)
     select gen_random_uuid(), 'notify-customer-of-receipt', $1, $2, '', '{"variables": {}}', 'held', now(), now()
     from generate_series(1, 3)`,
    [id, email],
  )
  await client.query(
    `insert into restoration (id, restored_at, backed_up_at, last_position, next_number)
     values (gen_random_uuid(), now(), now() - interval '9 hours', 0, 1001)`,
  )
  await client.end()
}

type View = {
  name: string
  who: (here: PeopledProduct) => Somebody | null
  path: () => string
  /** What stands behind a button of it. */
  opens?: (page: Page, words: typeof en) => Promise<unknown>
}

/** Original and translation side by side, for staff behind the three dots. */
const translations = async (page: Page, words: typeof en) => {
  await page.getByRole('button', { name: words.plain('staff:more') }).click()
  await page.getByRole('menuitem', { name: words.plain('translating:open') }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}
const ownTexts = async (page: Page, words: typeof en) => {
  await page.getByRole('button', { name: words.plain('translating:openOwn') }).click()
  // the button that opens it stands in the middle, what is in it does not
  await expect(page.getByRole('dialog').getByRole('heading').first()).toHaveCSS('text-align', 'start')
}
const newAnswer = (page: Page, words: typeof en) =>
  page.getByRole('button', { name: words.plain('canned:add') }).click()

const addFilter = async (page: Page, words: typeof en) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('button', { name: words.plain('closedTickets:addFilter') }).click()
  await page.getByRole('menuitem', { name: words.plain('closedTickets:column.rating') }).click()
  await expect(page.getByRole('checkbox').first()).toBeFocused()
}

const views: View[] = [
  { name: 'sign-in', who: () => null, path: () => '/sign-in' },
  { name: 'request', who: ({ salma }) => salma, path: () => '/new' },
  { name: 'request-for-a-customer', who: ({ mariam }) => mariam, path: () => '/new' },
  { name: 'my-requests', who: ({ salma }) => salma, path: () => '/requests' },
  { name: 'customer-going', who: ({ salma }) => salma, path: () => `/tickets/${there.going}` },
  { name: 'customer-offered', who: ({ salma }) => salma, path: () => `/tickets/${there.offered}` },
  { name: 'customer-closed', who: ({ salma }) => salma, path: () => `/tickets/${there.closed}` },
  { name: 'customer-duplicate', who: ({ salma }) => salma, path: () => `/tickets/${there.duplicate}` },
  { name: 'incoming', who: ({ mariam }) => mariam, path: () => '/incoming' },
  { name: 'ticket', who: ({ omar }) => omar, path: () => `/incoming/${there.going}` },
  { name: 'ticket-in-review', who: ({ mariam }) => mariam, path: () => `/incoming/${there.review}` },
  { name: 'canned-answers', who: ({ mariam }) => mariam, path: () => '/answers' },
  { name: 'canned-answer', who: ({ mariam }) => mariam, path: () => '/answers', opens: newAnswer },
  {
    name: 'translations',
    who: ({ omar }) => omar,
    path: () => `/incoming/${there.going}`,
    opens: translations,
  },
  {
    name: 'customer-translations',
    who: ({ salma }) => salma,
    path: () => `/tickets/${there.going}`,
    opens: ownTexts,
  },
  { name: 'review', who: ({ mariam }) => mariam, path: () => '/review' },
  { name: 'closed-tickets', who: ({ mariam }) => mariam, path: () => '/closed?ended=desk,duplicate&reopened=any' },
  { name: 'closed-tickets-empty', who: ({ mariam }) => mariam, path: () => '/closed?words=nothinghasit&score=1' },
  { name: 'closed-tickets-filters', who: ({ mariam }) => mariam, path: () => '/closed?ended=desk', opens: addFilter },
  { name: 'statistics-table', who: ({ mariam }) => mariam, path: () => '/statistics?split=group&as=table' },
  { name: 'statistics', who: ({ mariam }) => mariam, path: () => '/statistics?split=group' },
  { name: 'report', who: ({ mariam }) => mariam, path: () => '/reports' },
  { name: 'people', who: ({ noor }) => noor, path: () => '/people' },
  { name: 'people-import', who: ({ noor }) => noor, path: () => '/people/import' },
  { name: 'roles', who: ({ noor }) => noor, path: () => '/people/roles' },
  { name: 'organisations', who: ({ noor }) => noor, path: () => '/people/organisations' },
  { name: 'groups', who: ({ noor }) => noor, path: () => '/people/groups' },
  { name: 'settings-organisation', who: ({ noor }) => noor, path: () => '/settings/organisation' },
  { name: 'settings-fields', who: ({ noor }) => noor, path: () => '/settings/fields' },
  { name: 'settings-labels', who: ({ noor }) => noor, path: () => '/settings/labels' },
  { name: 'settings-interactions', who: ({ noor }) => noor, path: () => '/settings/interactions' },
  {
    name: 'settings-interaction',
    who: ({ noor }) => noor,
    path: () => '/settings/interactions/notify-customer-of-receipt',
  },
  { name: 'settings-mail-server', who: ({ noor }) => noor, path: () => '/settings/mail/server' },
  { name: 'settings-audit', who: ({ noor }) => noor, path: () => '/settings/audit' },
  { name: 'workflow', who: ({ noor }) => noor, path: () => '/settings/workflow' },
  { name: 'mail-held', who: ({ noor }) => noor, path: () => '/settings/mail' },
  { name: 'mail', who: ({ noor }) => noor, path: () => '/settings/mail' },
  { name: 'mailboxes', who: ({ noor }) => noor, path: () => '/settings/mailboxes' },
  { name: 'mails-waiting', who: ({ mariam }) => mariam, path: () => '/mails' },
  { name: 'mails-all', who: ({ mariam }) => mariam, path: () => `/mails?which=all` },
  { name: 'mail-waiting', who: ({ mariam }) => mariam, path: () => `/mails?mail=${there.waiting}` },
  { name: 'mail-joined', who: ({ mariam }) => mariam, path: () => `/mails?which=all&mail=${there.joined}` },
  { name: 'mail-broken', who: ({ mariam }) => mariam, path: () => `/mails?which=broken&mail=${there.broken}` },
  { name: 'ticket-by-mail', who: ({ mariam }) => mariam, path: () => `/incoming/${there.ticket}` },
  { name: 'customer-by-mail', who: ({ salma }) => salma, path: () => `/tickets/${there.ticket}` },
  { name: 'link', who: () => null, path: () => there.link },
  { name: 'link-expired', who: () => null, path: () => there.expired },
  { name: 'account', who: ({ omar }) => omar, path: () => '/account' },
  { name: 'account-security', who: ({ omar }) => omar, path: () => '/account/security' },
  { name: 'account-notifications', who: ({ omar }) => omar, path: () => '/account/notifications' },
  { name: 'account-keys', who: ({ omar }) => omar, path: () => '/account/keys' },
  { name: 'customer-account', who: ({ salma }) => salma, path: () => '/account' },
  { name: 'customer-security', who: ({ salma }) => salma, path: () => '/account/security' },
  { name: 'customer-notifications', who: ({ salma }) => salma, path: () => '/account/notifications' },
  { name: 'settings-sign-in', who: ({ noor }) => noor, path: () => '/settings/sign-in' },
  { name: 'settings-keys', who: ({ noor }) => noor, path: () => '/settings/keys' },
  { name: 'help', who: ({ noor }) => noor, path: () => '/help/adding-users' },
  { name: 'register', who: () => null, path: () => '/register' },
  { name: 'invitation', who: () => null, path: () => there.invitation },
  { name: 'invitation-over', who: () => null, path: () => '/invitation#a-link' },
  { name: 'reset-over', who: () => null, path: () => '/reset-password#a-link' },
  { name: 'registration-over', who: () => null, path: () => '/confirm-registration#a-link' },
  { name: 'sign-in-code', who: () => null, path: () => '/sign-in?code=asked&outside=failed' },
  { name: 'not-there', who: ({ mariam }) => mariam, path: () => '/tickets/99999999' },
]

const languages = { en: 'ltr', ar: 'rtl' } as const

test.describe.configure({ mode: 'parallel' })

for (const [place, view] of views.entries())
  for (const [language, dir] of Object.entries(languages))
    test(`${view.name} in ${language}${turnOf(place, language)}`, async ({ browser }) => {
      const somebody = await inTheirLanguage(view.who(here), language)
      const page = await openAgain(browser, somebody, language, view.path())
      await expect(page.locator('html')).toHaveAttribute('dir', dir)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await view.opens?.(page, language === 'ar' ? ar : en)
      for (const scheme of schemesOf(language)) await lookAt(page, `${view.name}-${language}-${scheme}`, scheme)
      if (!somebody) await page.context().close()
    })

/** `npm test` looks at each view in one language, at every other one in Arabic. */
function turnOf(place: number, language: string): string {
  return (place % 2 === 0) === (language === 'en') ? '' : ' @long'
}

/** What is too pale on dark ground is so in every language: looked at in one, unless pictures are taken. */
const schemesOf = (language: string) =>
  language === 'en' || isShort || picturesAreTaken ? (['light', 'dark'] as const) : (['light'] as const)
const isShort = process.env['SHORT'] === '1'

/**
 * One window for each person and language, which goes from view to view as theirs does: each page is loaded from its address,
 * by a process of the browser that is there already. To begin a new one is more than half of the work of a load.
 */
const windows = new Map<string, Page>()

async function openAgain(browser: Browser, somebody: Somebody | null, language: string, path: string): Promise<Page> {
  // a link makes whoever opens it somebody: those whom nobody knows begin anew
  if (!somebody) return openAs(browser, here.product.address, null, path, { language })
  const key = `${somebody.id} ${language}`
  const known = windows.get(key)
  if (!known) {
    const page = await openAs(browser, here.product.address, somebody, path, { language })
    await bringAxe(page)
    windows.set(key, page)
    return page
  }
  await known.emulateMedia({ colorScheme: 'light' })
  await known.setViewportSize({ width: 1440, height: 900 })
  await known.goto(here.product.address + path)
  return known
}

async function inTheirLanguage(somebody: Somebody | null, language: string): Promise<Somebody | null> {
  if (somebody) await here.desk.call(somebody, 'PATCH', '/api/v1/me', { language })
  return somebody
}

/** What a scheme cannot change, where things lie and what they are called, is looked at in the light alone. */
async function lookAt(page: Page, name: string, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.setViewportSize({ width: 1440, height: 900 })
  // the page follows the system a moment later
  await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme)
  await expectAccessible(page, scheme === 'light' ? 'everything' : 'contrast')
  await expectInPlace(page, scheme)
  await shot(page, `${name}-1440`)
  if (scheme === 'dark' && !picturesAreTaken) return
  await page.setViewportSize({ width: 360, height: 740 })
  await expectInPlace(page, scheme)
  await shot(page, `${name}-360`)
}

async function expectInPlace(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  if (scheme === 'dark') return
  await expectNoSidewaysScroll(page)
  expect(await cutLetters(page)).toEqual([])
}
