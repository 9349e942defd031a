import { expect, test } from '@playwright/test'
import { openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

// What acts when it is taken for HTML, Markdown, an address or an attribute (CVE-2023-0325, CVE-2024-48937, CVE-2026-3455).
const hostile = [
  `<img src=x onerror="window.acted=1">`,
  `<svg onload=window.acted=1><script>window.acted=1</script>`,
  `<scr<script>ipt>window.acted=1</script>`,
  `[press](javascript:window.acted=1) ![x](x" onerror="window.acted=1)`,
  `"><iframe srcdoc="<script>parent.acted=1</script>">`,
  `<a href="data:text/html,<script>opener.acted=1</script>">data</a>`,
  `<style>*{background:url(javascript:window.acted=1)}</style><math><mtext></math>`,
].join('\n')

test('what people write acts nowhere @long', async ({ browser }) => {
  const { product, desk, salma, mariam, omar, noor, documents } = here
  const title = hostile.replaceAll('\n', ' ').slice(0, 290)
  await desk.call(salma, 'PATCH', '/api/v1/me', { name: `<img src=x onerror=window.acted=1>` })
  const { number } = await desk.submit(salma, title, hostile)
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'reply', { text: hostile })
  await desk.verb(omar, number, 'note', { text: hostile })
  await desk.verb(omar, number, 'propose-solution', { solution: hostile })
  const look = async (who: typeof salma, paths: readonly string[]) => {
    const page = await openAs(browser, product.address, who, paths[0]!)
    page.on('dialog', (dialog) => {
      throw new Error(`A dialog: ${dialog.message()}`)
    })
    for (const path of paths) {
      await page.goto(product.address + path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      expect(await page.evaluate(() => (window as { acted?: number }).acted), path).toBeUndefined()
      expect(
        await page
          .locator('[onerror], [onload], a[href^="javascript:"], a[href^="data:"], iframe[srcdoc*="<script"]')
          .count(),
        path,
      ).toBe(0)
    }
    await page.context().close()
  }
  await look(mariam, ['/incoming', `/incoming/${number}`, '/review'])
  await desk.verb(mariam, number, 'approve-solution')
  await look(salma, ['/requests', `/tickets/${number}`, '/account'])
  await desk.verb(mariam, number, 'close', { reason: 'Closed.' })
  await look(mariam, ['/closed?ended=desk', '/statistics', '/reports'])
  await look(noor, ['/people', '/settings/mail'])
})
