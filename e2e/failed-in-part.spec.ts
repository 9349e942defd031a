import { expect, test, type Page } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// One question of a page fails while the others are answered: it says so where its answer would stand, and is asked again there.

let here: PeopledProduct
let number: number
let other: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, pierre, mariam, omar, documents } = here
  number = (await desk.submit(pierre, 'The gate is open', 'Since noon.')).number
  other = (await desk.submit(pierre, 'The gate does not shut', 'Since yesterday.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(pierre, number, 'reply', { text: 'It rains in.' })
  await desk.verb(omar, number, 'propose-solution', { solution: 'The gate is shut again.' })
})
test.afterAll(() => here.product.stop())

const screens = [
  ['en', en, { width: 1440 }],
  ['ar', ar, { width: 360, height: 740, scheme: 'dark' }],
] as const

/** Nothing of an address is answered until the answer says so. */
async function breakOff(page: Page, address: string): Promise<{ mend: () => Promise<void> }> {
  await page.route(address, (route) => route.fulfill({ status: 500, json: { code: 'failed', title: 'It failed' } }))
  return { mend: () => page.unroute(address) }
}

/** A page that looks at an address before it is broken off would have its answer already. */
async function openBroken(page: Page, broken: string, path: string) {
  const line = await breakOff(page, broken)
  await page.goto(here.product.address + path)
  return line
}

for (const [language, t, screen] of screens) {
  const emptyPage = async (browser: Parameters<typeof openAs>[0], whose: typeof here.noor | null) => {
    if (whose) await here.desk.call(whose, 'PATCH', '/api/v1/me', { language })
    return openAs(browser, here.product.address, whose, '/help', { language, ...screen })
  }
  const looks = async (page: Page, name: string) => {
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await shot(page, `failed-in-part-${name}-${language}`)
  }
  const again = (page: Page) => page.getByRole('button', { name: t('shell:retry') })

  for (const part of ['conversation', 'history'])
    test(`a ticket whose ${part} failed stayed an empty drawing, in ${language} @long`, async ({ browser }) => {
      const page = await emptyPage(browser, here.omar)
      const line = await openBroken(page, `**/tickets/${number}/${part}*`, `/incoming/${number}`)
      await expect(page.getByText(t('staffTicket:partFailed'))).toBeVisible()
      await looks(page, `ticket-${part}`)
      await line.mend()
      await again(page).click()
      await expect(page.getByText('It rains in.')).toBeVisible()
      await expect(page.getByText(t('staffTicket:why'))).toBeVisible()
      await page.context().close()
    })

  test(`who signs in read nothing of registration where the ways in had failed, in ${language} @long`, async ({
    browser,
  }) => {
    await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { registration: true })
    const page = await emptyPage(browser, null)
    const line = await openBroken(page, '**/sign-in-ways', '/sign-in')
    const retry = page.getByRole('button', { name: t('signIn:waysFailed') })
    await expect(retry).toBeVisible()
    await looks(page, 'sign-in')
    await line.mend()
    await retry.click()
    await expect(page.getByRole('link', { name: t('signIn:register') })).toBeVisible()
    await page.context().close()
  })

  test(`an original that could not be looked up was said not to be there, in ${language} @long`, async ({
    browser,
  }) => {
    const page = await emptyPage(browser, here.mariam)
    const line = await breakOff(page, `**/tickets/${number}`)
    await page.goto(`${here.product.address}/incoming/${other}`)
    await expect(page.getByText('Since yesterday.')).toBeVisible()
    await page.keyboard.press('d')
    const original = page.getByRole('dialog').getByRole('textbox')
    await original.fill(String(number))
    await expect(page.getByText('It failed')).toBeVisible()
    await looks(page, 'original')
    await line.mend()
    await original.fill('')
    await original.fill(String(number))
    await expect(page.getByRole('dialog').getByText('The gate is open').last()).toBeVisible()
    await page.context().close()
  })

  test(`a reviewer read that nothing was said since, where that had failed, in ${language} @long`, async ({
    browser,
  }) => {
    const page = await emptyPage(browser, here.mariam)
    const line = await openBroken(page, `**/tickets/${number}/conversation*`, '/review')
    await expect(page.getByText('Since noon.')).toBeVisible()
    await expect(page.getByText(t('staffTicket:partFailed'))).toBeVisible()
    await looks(page, 'review')
    await line.mend()
    await again(page).click()
    await expect(page.getByText('It rains in.')).toBeVisible()
    await page.context().close()
  })

  test(`a reviewer read that nothing was said since, while that was on its way, in ${language} @long`, async ({
    browser,
  }) => {
    const page = await emptyPage(browser, here.mariam)
    let letItCome = () => {}
    const held = new Promise<void>((done) => (letItCome = done))
    await page.route(`**/tickets/${number}/conversation*`, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${here.product.address}/review`)
    await expect(page.getByText('Since noon.')).toBeVisible()
    const column = page.getByRole('region', { name: t('review:question') })
    await expect(column.getByRole('status', { name: t('shell:loading') })).toBeVisible()
    await looks(page, 'review-coming')
    letItCome()
    await expect(column.getByText('It rains in.')).toBeVisible()
    await expect(column.getByRole('status')).toHaveCount(0)
    await page.context().close()
  })

  test(`who wanted an account read that we make them, where nobody knew, in ${language} @long`, async ({ browser }) => {
    await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { registration: true })
    const page = await emptyPage(browser, null)
    const line = await openBroken(page, '**/api/v1/sign-in-ways', '/register')
    await expect(page.getByText(t('shell:failed.title'))).toBeVisible()
    await expect(page.getByText(t('signIn:registerClosed'))).toHaveCount(0)
    await looks(page, 'register')
    await line.mend()
    await again(page).click()
    await expect(page.getByLabel(t('signIn:registerName'))).toBeVisible()
    await page.context().close()
  })

  test(`the switch that lets customers make accounts went back without a word, in ${language} @long`, async ({
    browser,
  }) => {
    await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { registration: false })
    const page = await emptyPage(browser, here.noor)
    await page.goto(`${here.product.address}/settings/sign-in`)
    const press = page.getByRole('switch', { name: t('settingsSignIn:registration') })
    await expect(press).not.toBeChecked()
    await page.route('**/api/v1/settings', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await press.click({ force: true })
    await expect(page.getByText(t('shell:failed.offlineText'))).toBeVisible()
    await expect(press).not.toBeChecked()
    await looks(page, 'registration')
    await page.unroute('**/api/v1/settings')
    await press.click({ force: true })
    await expect(page.getByText(t('settingsSignIn:saved'), { exact: true })).toBeVisible()
    await expect(press).toBeChecked()
    await expect(page.getByText(t('shell:failed.offlineText'))).toHaveCount(0)
    await page.context().close()
  })
}
