import { expect, test } from '@playwright/test'
import { en, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// More tickets than one page of the list holds: the rest comes as somebody scrolls to it.

let here: PeopledProduct
const numbers: number[] = []
test.beforeAll(async () => {
  here = await startPeopledProduct()
  for (let each = 1; each <= 110; each++)
    numbers.push((await here.desk.submit(here.pierre, `A crane stands still, ${each}`, 'Since noon.')).number)
})
test.afterAll(() => here.product.stop())

const isNext = (url: URL) => url.pathname === '/api/v1/queries/incoming-requests' && url.searchParams.has('after')

test('a next page that failed was asked for again without end @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/help')
  let asked = 0
  await page.route(isNext, (route) => {
    asked += 1
    return route.fulfill({ status: 500, json: { code: 'failed', title: 'It failed' } })
  })
  await page.goto(`${here.product.address}/incoming?queue=new`)
  await page.getByText('A crane stands still, 1', { exact: true }).hover()
  await page.mouse.wheel(0, 20_000)
  const again = page.getByRole('button', { name: en('staff:now') })
  await expect(again).toBeVisible()
  await page.waitForTimeout(1_500)
  expect(asked).toBe(1)

  await page.unroute(isNext)
  await again.click()
  await page.getByText('A crane stands still, 95').hover()
  await page.mouse.wheel(0, 20_000)
  await expect(page.getByText('A crane stands still, 110')).toBeVisible()
  await page.context().close()
})

test('what changed while the next page was on its way stayed as it had been @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/help')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(isNext, async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  const asked = page.waitForRequest((request) => isNext(new URL(request.url())))
  await page.goto(`${here.product.address}/incoming?queue=allOpen`)
  await page.getByText('A crane stands still, 1', { exact: true }).hover()
  await page.mouse.wheel(0, 20_000)
  await asked
  const { desk, mariam, documents } = here
  await desk.verb(mariam, numbers[94]!, 'assign', { group: documents.id })
  await expect(page.getByRole('row', { name: /A crane stands still, 95 .* Documents/ })).toBeVisible()
  letGo()
  await page.mouse.wheel(0, 20_000)
  await expect(page.getByText('A crane stands still, 110')).toBeVisible()
  await page.context().close()
})
