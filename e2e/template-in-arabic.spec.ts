import { expect, test } from '@playwright/test'
import { openMailSink, type MailSink } from '../src/testing/mail-sink.server.ts'
import { ar, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
let sink: MailSink
test.beforeAll(async () => {
  sink = await openMailSink()
  here = await startPeopledProduct({ environment: { SMTP_URL: sink.url } })
})
test.afterAll(async () => {
  await here.product.stop()
  await sink.stop()
})

test('a message that is worded in Arabic is received in Arabic: in the bell and by mail, from right to left', async ({
  browser,
}) => {
  const { product, desk, noor, salma } = here
  await desk.call(noor, 'PATCH', '/api/v1/me', { language: 'ar' })
  const admin = await openAs(browser, product.address, noor, '/settings/interactions', { language: 'ar' })
  await admin.getByRole('link', { name: ar('settingsInteractions:name.notify-customer-of-receipt') }).click()
  const subject = admin.getByRole('textbox', { name: ar('settingsInteractions:key.subject') })

  await test.step('what would not render is refused where it is written, and shown at once', async () => {
    await subject.fill('وصلنا طلبك {{numbr}}')
    await expect(admin.getByText(ar('settingsInteractions:previewFailed'))).toBeVisible()
    await expect(subject).toHaveAttribute('aria-invalid', 'true')
  })

  await test.step('it is written, shown in its own direction, and saved', async () => {
    await subject.fill('أهلًا بك، طلبك عندنا برقم {{number}}')
    // the other language is looked at meanwhile, and so is another case: what was written stays
    await admin.getByRole('radio', { name: 'English' }).check({ force: true })
    await expect(subject).not.toHaveValue(/أهلًا/u)
    // what is written is in its language, and our own words round it are in the reader's
    await expect(subject).toHaveAttribute('lang', 'en')
    expect(await subject.evaluate((input) => input.parentElement!.closest('[lang]')!.getAttribute('lang'))).toBe('ar')
    const asksBeforeLeaving = async () => {
      await admin.getByRole('link', { name: ar('settingsInteractions:back') }).click()
      await expect(admin.getByRole('dialog')).toContainText(ar('administration:leaving.text'))
      await admin
        .getByRole('dialog')
        .getByRole('button', { name: ar('staff:cancel') })
        .click()
    }
    await asksBeforeLeaving()
    await admin.getByRole('radio', { name: 'العربية' }).check({ force: true })
    await expect(subject).toHaveValue(/أهلًا/u)
    await asksBeforeLeaving()
    await expect(subject).toHaveValue(/أهلًا/u)
    await admin
      .getByRole('textbox', { name: ar('settingsInteractions:key.inProduct') })
      .fill('طلبك {{number}} بين أيدينا.')
    const preview = admin.getByRole('region', { name: ar('settingsInteractions:preview') })
    await expect(preview.getByText('بين أيدينا')).toBeVisible()
    await expect(preview.getByText('بين أيدينا')).toHaveAttribute('dir', 'rtl')
    await expectAccessible(admin)
    await shot(admin, 'template-in-arabic')
    await admin.getByRole('button', { name: ar('settingsInteractions:test') }).click()
    const goes = admin.getByText(ar('settingsInteractions:testGoes', { address: noor.email }))
    await expect(goes).toBeVisible()
    await goes.scrollIntoViewIfNeeded()
    await expectAccessible(admin)
    await shot(admin, 'template-test-in-arabic')
    await expect.poll(() => sink.mails.find(({ to }) => to === noor.email)?.parsed.text).toContain('أهلًا بك')
    await admin.getByRole('button', { name: ar('staff:save') }).click()
    await expect(admin.getByText(ar('settingsInteractions:saved'))).toBeVisible()
    await expect(admin.getByRole('button', { name: ar('staff:save') })).toBeDisabled()
  })

  await test.step('the customer has it in the bell and by mail', async () => {
    const ticket = await desk.submit(salma, 'أين أرفع بيان الجمارك؟', 'أحتاج إلى المساعدة.')
    const customer = await openAs(browser, product.address, salma, '/requests', { language: 'ar' })
    await expect(async () => {
      const { items } = await desk.call(salma, 'GET', '/api/v1/notices')
      expect(items[0].text).toContain('بين أيدينا')
    }).toPass({ timeout: 120_000 })
    await customer.reload()
    await customer.getByRole('button', { name: new RegExp(ar('shell:notices.title')) }).click()
    await expect(customer.getByText('بين أيدينا')).toBeVisible()
    await shot(customer, 'template-in-the-bell')
    await expect.poll(() => sink.mails.find(({ to }) => to === 'salma@example.com')?.parsed.text).toContain('أهلًا بك')
    const mail = sink.mails.find(({ to }) => to === 'salma@example.com')!
    expect(mail.parsed.subject).toContain(`T-${ticket.number}`)
    expect(String(mail.parsed.html)).toContain('<html lang="ar" dir="rtl">')
    await customer.context().close()
  })
  await admin.context().close()
})
