import { expect, test } from '@playwright/test'
import { ar, composer, en, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct({ servers: 2 })
})
test.afterAll(() => here.product.stop())

test('who looks at a ticket sees at once that somebody at another server looks too, and then writes', async ({
  browser,
}) => {
  const [one, other] = here.product.addresses as [string, string]
  const { number } = await here.desk.submit(here.salma, 'أين الشحنة؟', 'لم تصل بعد.')
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id, member: here.omar.id })
  await here.desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const omar = await openAs(browser, one, here.omar, `/incoming/${number}`)
  const lina = await openAs(browser, other, here.lina, `/incoming/${number}`, { language: 'ar' })
  await expect(lina.getByText(ar('staffTicket:others.looking', { name: here.omar.name }))).toBeVisible()
  await expect(omar.getByText(en('staffTicket:others.looking', { name: here.lina.name }))).toBeVisible()
  const box = await composer(omar, en.plain('staffTicket:composer.reply'))
  await box.pressSequentially('It is on')
  await expect(lina.getByText(ar('staffTicket:others.writing', { name: here.omar.name }))).toBeVisible()
  await shot(lina, 'who-else-ar-light-1440')
  const writes = lina.getByText(ar('staffTicket:others.writing', { name: here.omar.name }))
  const looks = lina.getByText(ar('staffTicket:others.looking', { name: here.omar.name }))
  await omar.getByRole('button', { name: en.plain('staffTicket:composer.send'), exact: true }).click()
  // at once, long before the half minute after which nobody types any more
  await expect(looks).toBeVisible()
  await expect(writes).toHaveCount(0)
  await box.pressSequentially('One more')
  await expect(writes).toBeVisible()
  await omar.goto(`${one}/requests`)
  await expect(writes).toHaveCount(0)
  await omar.context().close()
  await lina.context().close()
})
