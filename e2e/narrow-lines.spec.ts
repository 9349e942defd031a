import { expect, test, type Locator } from '@playwright/test'
import { ar, en, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// What short lines do at their edges: on a phone, in columns, in both directions.

let here: PeopledProduct

test.beforeAll(async () => {
  test.setTimeout(600_000)
  here = await startPeopledProduct()
  const { desk, salma, noor } = here
  await desk.submit(salma, 'The driver’s number is missing', 'Please look.')
  await desk.call(salma, 'PATCH', '/api/v1/me', { language: 'en' })
  await desk.call(noor, 'PATCH', '/api/v1/me', { language: 'en' })
})
test.afterAll(() => here.product.stop())

const box = async (of: Locator) => (await of.boundingBox())!

test('no line under a request ends in a dot on a phone @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.salma, '/requests', { width: 360, height: 740 })
  const under = page.locator('[class*=under]').first()
  await expect(under).toBeVisible()
  await shot(page, 'narrow-requests-360')
  await page.setViewportSize({ width: 250, height: 740 })
  const number = under.locator(':scope > *').nth(1)
  const age = under.locator('time')
  // they stand under one another, and the dot before the second is out of sight
  expect((await box(age)).y).toBeGreaterThan((await box(number)).y + 5)
  expect((await box(age)).x).toBeLessThan((await box(under)).x - 10)
  expect(await under.evaluate((line) => line.textContent)).not.toContain('·')
  await shot(page, 'narrow-requests')
})

test('the arrow of a list to choose from stands off its border, on the side where the words end @long', async ({
  browser,
}) => {
  for (const [language, words] of Object.entries({ en, ar })) {
    await here.desk.call(here.noor, 'PATCH', '/api/v1/me', { language })
    const page = await openAs(browser, here.product.address, here.noor, '/account', { language })
    const list = page.getByRole('combobox').first()
    await expect(page.getByRole('heading', { name: words('profile:title') })).toBeVisible()
    const arrow = await list.evaluate((select) => {
      const { backgroundPositionX, paddingInlineEnd, appearance } = getComputedStyle(select)
      return { at: backgroundPositionX, room: Number.parseFloat(paddingInlineEnd), appearance }
    })
    expect(arrow).toEqual({ at: language === 'ar' ? '9px' : 'calc(100% - 9px)', room: 30, appearance: 'none' })
    await shot(page, `narrow-select-${language}`)
    await page.close()
  }
})

test('an organisation called in Latin letters stands beside its mark on an Arabic phone @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.lina, '/incoming', { width: 360, language: 'ar' })
  const header = page.getByRole('banner')
  const name = header.getByText('Marsa Freight')
  await expect(name).toBeVisible()
  const gap = await name.evaluate((element) => {
    const text = document.createRange()
    text.selectNodeContents(element)
    return element.previousElementSibling!.getBoundingClientRect().left - text.getBoundingClientRect().right
  })
  expect(gap).toBeLessThan(16)
  await shot(page, 'narrow-organisation')
})
