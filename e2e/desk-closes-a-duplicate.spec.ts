import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('the desk joins a request with its original; its customer sees the path of the original and nothing of its texts', async ({
  browser,
}) => {
  const { address } = here.product
  const original = await here.desk.submit(here.pierre, 'The tracking page is empty', 'A secret detail of Pierre’s.')
  const double = await here.desk.submit(here.salma, 'صفحة التتبع فارغة', 'لا يظهر شيء.')
  const mariam = await openAs(browser, address, here.mariam, `/incoming/${double.number}`)
  await mariam
    .getByRole('button', { name: /Duplicate/ })
    .first()
    .click()
  const dialog = mariam.getByRole('dialog')
  await dialog.getByLabel(en.plain('staffTicket:duplicate.number')).fill(`T-${original.number}`)
  await expect(dialog.getByText('The tracking page is empty')).toBeVisible()
  await shot(mariam, 'duplicate-dialog-en-light-1440')
  await dialog.getByRole('button', { name: en.plain('staffTicket:duplicate.confirm') }).click()
  await expect(mariam.getByText(en.plain('glossary:status.duplicate')).first()).toBeVisible()

  const salma = await openAs(browser, address, here.salma, `/tickets/${double.number}`, { width: 360, height: 740 })
  await expect(salma.getByText(ar.plain('customerTicket:headline.duplicate'))).toBeVisible()
  await expect(salma.getByText('A secret detail')).toHaveCount(0)
  await expect(salma.getByText('Pierre')).toHaveCount(0)
  await expectAccessible(salma)
  await shot(salma, 'duplicate-ar-light-360')

  await salma.getByRole('button', { name: ar.plain('customerTicket:reopen.act') }).click()
  await salma.getByLabel(ar.plain('customerTicket:reopen.reason')).fill('موضوعي مختلف.')
  await salma
    .getByRole('button', { name: ar.plain('customerTicket:reopen.send'), exact: true })
    .last()
    .click()
  await expect
    .poll(async () => (await here.desk.call(here.salma, 'GET', `/api/v1/tickets/${double.number}`)).status)
    .toBe('open')
  await expect(mariam.getByText('موضوعي مختلف.').first()).toBeVisible()
})
