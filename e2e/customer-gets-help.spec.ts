import { expect, test } from '@playwright/test'
import { ar, composer, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct({ servers: 2 })
})
test.afterAll(() => here.product.stop())

test('a customer gets help in Arabic while the desk, at another server in English, sees everything arrive', async ({
  browser,
}) => {
  const [first, second] = here.product.addresses as [string, string]
  const phone = { scheme: 'dark', width: 360, height: 740 } as const
  const salma = await openAs(browser, first, here.salma, '/new', phone)
  const mariam = await openAs(browser, second, here.mariam, '/incoming?queue=new')

  await test.step('she writes a request', async () => {
    await salma.getByLabel(ar.plain('ticketRequest:sentence')).fill('لا يمكن تنزيل مذكرة التسليم')
    await salma
      .getByLabel(ar.plain('ticketRequest:story'))
      .fill('تظهر رسالة «المستند غير موجود»، والجمارك تريدها اليوم.')
    await expectNoSidewaysScroll(salma)
    await expectAccessible(salma)
    await shot(salma, 'request-ar-dark-360')
    await salma.getByRole('button', { name: ar.plain('ticketRequest:send') }).click()
    await expect(salma.getByText('T-1001').first()).toBeVisible()
    await shot(salma, 'request-sent-ar-dark-360')
  })

  await test.step('the desk sees it arrive by itself and hands it to Omar', async () => {
    await expect(mariam.getByText('لا يمكن تنزيل مذكرة التسليم').first()).toBeVisible()
    await mariam.getByText('لا يمكن تنزيل مذكرة التسليم').first().click()
    await expect(mariam.getByRole('heading', { name: 'لا يمكن تنزيل مذكرة التسليم' })).toBeVisible()
    await expectAccessible(mariam)
    await shot(mariam, 'incoming-en-light-1440')
    await mariam
      .getByRole('button', { name: en.plain('actions:staff.assign'), exact: false })
      .first()
      .click()
    await mariam.getByPlaceholder(en.plain('staffTicket:assignFind')).fill('Omar')
    await mariam.getByRole('option', { name: /Omar/ }).first().click()
    await expect(mariam.getByText(/Omar Siddiqui has the ball/)).toBeVisible()
  })

  const omar = await openAs(browser, first, here.omar, '/incoming/1001')
  await test.step('Omar proposes a solution', async () => {
    const box = await composer(omar, en.plain('staffTicket:composer.propose'))
    await box.fill('The stamped delivery note is on its way to you by e-mail.')
    await omar
      .getByRole('button', { name: en.plain('staffTicket:composer.sendProposal'), exact: false })
      .last()
      .click()
    await expect(omar.getByText(en.plain('staffTicket:ball.review'))).toBeVisible()
    await shot(omar, 'proposed-en-light-1440')
  })

  await test.step('nothing reaches her before the review', async () => {
    await salma.goto(`${first}/tickets/1001`)
    await expect(salma.getByText(ar.plain('customerTicket:headline.inProgress')).first()).toBeVisible()
    await expect(salma.getByText('The stamped delivery note')).toHaveCount(0)
  })

  await test.step('the desk reviews and approves; her page changes by itself', async () => {
    await mariam.goto(`${second}/review`)
    await expect(mariam.getByText('The stamped delivery note is on its way')).toBeVisible()
    await expectAccessible(mariam)
    await shot(mariam, 'review-en-light-1440')
    await mariam
      .getByRole('button', { name: en.plain('actions:staff.approve-solution'), exact: false })
      .last()
      .click()
    await expect(salma.getByText(ar.plain('customerTicket:headline.responded'))).toBeVisible()
    await expect(salma.getByText('The stamped delivery note is on its way')).toBeVisible()
    await expectNoSidewaysScroll(salma)
    await expectAccessible(salma)
    await shot(salma, 'offered-ar-dark-360')
  })

  await test.step('staff are told when silence closes it, not when the reminder goes out', async () => {
    await mariam.goto(`${second}/incoming/1001`)
    const { solution } = await here.desk.call(here.mariam, 'GET', '/api/v1/tickets/1001')
    const inAWeek = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(solution.rounds[0].offeredAt) + 7 * 24 * 3_600_000,
    )
    const fields = mariam.getByRole('region', { name: en.plain('staffTicket:fields') })
    await expect(fields).toContainText(en.plain('staffTicket:field.dueAt'))
    await expect(fields).toContainText(inAWeek)
  })

  await test.step('she accepts and rates with one tap', async () => {
    await salma.getByRole('button', { name: ar.plain('customerTicket:answer.yes') }).click()
    await expect(salma.getByText(ar.plain('customerTicket:headline.accepted'))).toBeVisible()
    // by keys she passes one star and two on the way to five, of which the desk was told
    const sent: unknown[] = []
    salma.on('request', (request) => request.url().endsWith('/rate') && sent.push(request.postDataJSON()))
    await salma.getByRole('radio').first().focus()
    const keys = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']
    await salma.keyboard.press('Space')
    expect(sent).toEqual([])
    await Promise.all(keys.map((key) => salma.keyboard.press(key)))
    await expect(salma.getByText(ar.plain('customerTicket:rating.saved'))).toBeVisible()
    expect(sent).toMatchObject([{ score: 5 }])
    await shot(salma, 'rated-ar-dark-360')
  })

  await test.step('she writes why, and thinks better of her stars: what she wrote stays', async () => {
    await salma.getByRole('textbox', { name: ar.plain('customerTicket:rating.comment') }).fill('رد سريع.')
    await salma.getByRole('button', { name: ar.plain('customerTicket:rating.sendComment') }).click()
    await expect(salma.getByText(ar.plain('customerTicket:rating.thanks'))).toBeVisible()
    await salma.getByRole('radio').nth(3).click({ force: true })
    await expect
      .poll(async () => (await here.desk.call(here.mariam, 'GET', '/api/v1/tickets/1001')).rating)
      .toMatchObject({ score: 4, comment: { source: 'ar', texts: { ar: { text: 'رد سريع.' } } } })
    await expect(salma.getByText(ar.plain('customerTicket:rating.saved'))).toBeVisible()
    await expect(salma.getByText(ar.plain('customerTicket:rating.thanks'))).toBeVisible()
  })

  await test.step('she takes her words back, and is not thanked for them', async () => {
    await salma.getByRole('textbox', { name: ar.plain('customerTicket:rating.comment') }).fill('')
    await expect(salma.getByText(ar.plain('customerTicket:rating.thanks'))).toHaveCount(0)
    await salma.getByRole('button', { name: ar.plain('customerTicket:rating.removeComment') }).click()
    await expect
      .poll(async () => (await here.desk.call(here.mariam, 'GET', '/api/v1/tickets/1001')).rating)
      .toMatchObject({ score: 4, comment: null })
    await expect(salma.getByRole('button', { name: ar.plain('customerTicket:rating.removeComment') })).toHaveCount(0)
  })

  await test.step('Omar is told, and the ticket is closed and rated for everyone', async () => {
    const ticket = await here.desk.call(here.mariam, 'GET', '/api/v1/tickets/1001')
    expect(ticket).toMatchObject({ status: 'closed', ended: 'accepted', rating: { score: 4 } })
    await expect
      .poll(async () => {
        const { items } = await here.desk.call(here.omar, 'GET', '/api/v1/notices')
        return items.map((notice: { interaction: string }) => notice.interaction)
      })
      .toContain('notify-representative-of-approval')
  })
})
