import { expect, test, type Browser, type Page } from '@playwright/test'
import { freePort } from '../src/testing/free-port.server.ts'
import { chromiumPath } from './browser.ts'
import { composer, en, openAs } from './pages.ts'
import { password, startPeopledProduct, type PeopledProduct, type Product, type Somebody } from './people.ts'
import { startProduct } from './product.ts'

// In a house of its own a desk runs by http under a name or a number: there browsers keep back what they give to https and
// localhost alone (`crypto.randomUUID`, `navigator.clipboard`, …).

const name = 'desk.example'
const { args, ...launch } = await chromiumPath()
test.use({ launchOptions: { ...launch, args: [...args, `--host-resolver-rules=MAP ${name} 127.0.0.1`] } })

let here: PeopledProduct
let named: Product
test.beforeAll(async () => {
  here = await startPeopledProduct({ undoSeconds: 4 })
  const port = String(await freePort())
  // a second process on the same desk, which was told by which address people reach it
  named = await startProduct({
    environment: { PORT: port, PUBLIC_URL: `http://${name}:${port}` },
    database: { url: here.product.databaseUrl, drop: async () => {} },
  })
})
test.afterAll(async () => {
  await named.stop()
  await here.product.stop()
})

const elsewhere = () => `http://${name}:${new URL(here.product.address).port}`

async function open(browser: Browser, address: string, somebody: Somebody | null, path: string): Promise<Page> {
  const page = await openAs(browser, address, somebody, path)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  return page
}

for (const [told, addressOf] of [
  ['with the PUBLIC_URL', () => named.address],
  ['without a PUBLIC_URL', elsewhere],
] as const)
  test(`by http from another machine nobody could sign in or ask for help, ${told} @long`, async ({ browser }) => {
    const page = await open(browser, addressOf(), null, '/new')
    await page.getByLabel(en('signIn:email')).fill(here.pierre.email)
    await page.getByLabel(en('signIn:password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: en('signIn:title') }).click()
    await page.getByLabel(en('ticketRequest:sentence')).fill(`The crane stands still, ${told}`)
    await page.getByLabel(en('ticketRequest:story')).fill('Since noon.')
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'crane.txt', mimeType: 'text/plain', buffer: Buffer.from('A crane') })
    await expect(page.getByRole('button', { name: en('written:file.remove', { name: 'crane.txt' }) })).toBeVisible()
    await page.getByRole('button', { name: en('ticketRequest:send') }).click()
    await expect(page.getByRole('heading', { name: en('ticketRequest:sent.title') })).toBeVisible()
    await page.context().close()
  })

test('by http from another machine nobody at the desk could take a ticket or answer it @long', async ({ browser }) => {
  const { number } = await here.desk.submit(here.pierre, 'The gate is open', 'Since noon.')
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id })
  const page = await open(browser, elsewhere(), here.omar, `/incoming/${number}`)
  await page
    .getByRole('button', { name: en('actions:staff.take') })
    .first()
    .click()
  await expect(page.getByText(en('staffTicket:ball.you'))).toBeVisible()
  const box = await composer(page, en('staffTicket:composer.reply'))
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await box.fill('We close it now.')
  await page.getByRole('button', { name: en('staffTicket:composer.send') }).click()
  await page.getByRole('button', { name: en('staffTicket:held.sendNow') }).click()
  const thread = page.getByRole('region', { name: en('staffTicket:thread') })
  await expect(thread.getByText('We close it now.')).toBeVisible()
  await page.context().close()
})

test('by http from another machine the drawer of a new field did not open @long', async ({ browser }) => {
  const page = await open(browser, elsewhere(), here.noor, '/settings/fields')
  await page.getByRole('button', { name: en('settingsFields:add') }).click()
  await expect(page.getByRole('dialog').getByLabel('Type')).toBeVisible()
  await page.context().close()
})
