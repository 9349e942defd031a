import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Staff add a translation of a solution; the customer reads it in their language, and the original whenever they like.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'لا يمكن تنزيل مذكرة التسليم', 'تظهر رسالة «المستند غير موجود».')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'The note is attached. Please **reload** the page.' })
  await desk.verb(mariam, number, 'approve-solution')
})
test.afterAll(() => here.product.stop())

test('a translation is added, read, turned over, and marked when the original moves on', async ({ browser }) => {
  const { address } = here.product
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  const drawer = omar.getByRole('dialog', { name: en.plain('translating:title') })

  await test.step('staff write it beside the original', async () => {
    await omar.getByRole('button', { name: en.plain('staff:more') }).click()
    await omar.getByRole('menuitem', { name: en.plain('translating:open') }).click()
    await drawer.getByLabel(en.plain('translating:into')).selectOption('ar')
    const box = drawer.getByLabel(/Solution, round 1.*in Arabic/)
    await expect(box).toHaveAttribute('dir', 'rtl')
    await box.fill('المذكرة مرفقة. يُرجى **تحديث** الصفحة.')
    await shot(omar, 'translating-en-light-1440')
    const question = omar.getByRole('dialog', { name: en.plain('translating:leaveTitle') })
    // what is not saved is not lost by a key, however often it is pressed
    for (let turn = 0; turn < 2; turn++) {
      await omar.keyboard.press('Escape')
      await expect(question).toBeVisible()
      await expectAccessible(omar)
      await shot(omar, 'translating-leave-en-light-1440')
      await omar.keyboard.press('Escape')
      await expect(question).toHaveCount(0)
      await expect(box).toHaveValue(/تحديث/)
    }
    await drawer.getByRole('button', { name: en.plain('translating:close') }).click()
    await omar.keyboard.press('Enter')
    await expect(omar.getByText(en.plain('translating:saved'))).toBeVisible()
    await expect(drawer).toHaveCount(0)
  })

  await test.step('the customer reads the answer in their language, and the original', async () => {
    const salma = await openAs(browser, address, here.salma, `/tickets/${number}`, { language: 'ar' })
    await expect(salma.locator('strong', { hasText: 'تحديث' })).toBeVisible()
    await salma
      .getByRole('button', { name: ar.plain('customerTicket:conversation.original') })
      .first()
      .click()
    await expect(salma.locator('strong', { hasText: 'reload' })).toBeVisible()
  })

  await test.step('one key turns staff’s page over', async () => {
    await omar.locator('body').click({ position: { x: 5, y: 5 } })
    const thread = omar.getByRole('region', { name: en.plain('staffTicket:thread') })
    await expect(thread.getByText('The note is attached.')).toBeVisible()
    await here.desk.verb(here.omar, number, 'translate', {
      field: 'description',
      language: 'en',
      text: 'It says: not found.',
    })
    await expect(thread.getByText('It says: not found.')).toBeVisible()
    await omar.keyboard.press('o')
    await expect(thread.getByText('تظهر رسالة')).toBeVisible()
    await omar.keyboard.press('o')
    await expect(thread.getByText('It says: not found.')).toBeVisible()
  })

  await test.step('what its writer changed leaves the translation marked', async () => {
    await here.desk.verb(here.salma, number, 'translate', {
      field: 'description',
      language: 'ar',
      text: 'تظهر رسالة أخرى الآن.',
    })
    await expect(omar.getByText(en.plain('staffTicket:text.outdated')).first()).toBeVisible()
  })

  await test.step('why its customer declined is translated, and read by staff in their language', async () => {
    await here.desk.verb(here.salma, number, 'decline-solution', { reason: 'الملف فارغ.' })
    const thread = omar.getByRole('region', { name: en.plain('staffTicket:thread') })
    await expect(thread.getByText('الملف فارغ.')).toBeVisible()
    await omar.getByRole('button', { name: en.plain('staff:more') }).click()
    await omar.getByRole('menuitem', { name: en.plain('translating:open') }).click()
    await drawer.getByLabel(en.plain('translating:into')).selectOption('en')
    await drawer.getByLabel(/^Reason from .* in English/).fill('The file is empty.')
    // a translation that is cleared is not taken away, and the box says so
    await drawer.getByLabel(/^Description in English/).fill('')
    await expect(drawer.getByText(en.plain('translating:stays'))).toBeVisible()
    await drawer.getByRole('button', { name: en.plain('translating:save'), exact: true }).click()
    await expect(thread.getByText('The file is empty.')).toBeVisible()
  })
})

test('a translation begins as a copy; the next language loses nothing; what is behind is marked, on a phone too', async ({
  browser,
}) => {
  // in one test after the other, and alone: a translation is there, and its original moved on
  for (const [language, text] of [
    ['en', 'It says: not found.'],
    ['ar', 'تظهر رسالة ثالثة.'],
  ])
    await here.desk.verb(here.salma, number, 'translate', { field: 'description', language, text })
  const phone = { width: 360, height: 740, language: 'ar' }
  await here.desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const lina = await openAs(browser, here.product.address, here.lina, `/incoming/${number}`, phone)
  await lina.getByRole('button', { name: ar.plain('staff:more') }).click()
  await lina.getByRole('menuitem', { name: ar.plain('translating:open') }).click()
  const drawer = lina.getByRole('dialog', { name: ar.plain('translating:title') })
  const into = drawer.getByLabel(ar.plain('translating:into'))
  await into.selectOption('en')
  const copy = drawer.getByRole('button', { name: ar('translating:copy') }).first()
  await copy.click()
  await expect(drawer.getByRole('textbox').first()).toHaveValue('لا يمكن تنزيل مذكرة التسليم')
  await drawer.getByRole('textbox').first().fill('The delivery note cannot be downloaded')
  await expect(drawer.getByText(ar.plain('translating:outdated')).first()).toBeVisible()
  await expectAccessible(lina)
  await expectNoSidewaysScroll(lina)
  await shot(lina, 'translating-ar-light-360')
  await lina.emulateMedia({ colorScheme: 'dark' })
  await drawer.getByText(ar.plain('translating:outdated')).first().scrollIntoViewIfNeeded()
  await shot(lina, 'translating-outdated-ar-dark-360')

  await into.selectOption('fr')
  await drawer.getByRole('textbox').first().fill('Impossible de télécharger le bon de livraison')
  await drawer.getByRole('button', { name: ar('translating:nextMissing') }).click()
  await expect(into).not.toHaveValue('fr')
  await drawer.getByRole('button', { name: ar.plain('translating:save'), exact: true }).click()
  await expect(lina.getByText(ar.plain('translating:saved'))).toBeVisible()
  const { title } = await here.desk.call(here.omar, 'GET', `/api/v1/tickets/${number}`)
  expect(title.texts.en.text).toBe('The delivery note cannot be downloaded')
  expect(title.texts.fr.text).toBe('Impossible de télécharger le bon de livraison')
  await lina.context().close()
})
