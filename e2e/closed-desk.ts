import type { Browser, Page } from '@playwright/test'
import { openMailSink } from '../src/testing/mail-sink.server.ts'
import { openAs } from './pages.ts'
import { startPeopledProduct, type Somebody } from './people.ts'

const titles = ['The invoice names another company', 'Second invoice for one pickup', 'صفحة التتبع فارغة']

/** A product whose mails arrive, with three tickets that were solved and rated; `closed` has their numbers. */
export async function startClosedDesk() {
  const sink = await openMailSink()
  const here = await startPeopledProduct({ environment: { SMTP_URL: sink.url } })
  const closed: number[] = []

  async function closeOne(title: string): Promise<void> {
    const { desk, salma, mariam, omar, documents } = here
    const { number } = await desk.submit(salma, title, 'تفاصيل الطلب.')
    await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
    await desk.verb(omar, number, 'propose-solution', { solution: 'It is on its way.' })
    await desk.verb(mariam, number, 'approve-solution')
    await desk.verb(salma, number, 'accept-solution')
    await desk.verb(salma, number, 'rate', { score: 4, comment: 'شكرًا لعمر.' })
    closed.push(number)
  }

  for (const title of titles) await closeOne(title)
  return {
    here,
    sink,
    closed,
    closeOne,
    open: async (browser: Browser, somebody: Somebody, path: string, language: string): Promise<Page> => {
      await here.desk.call(somebody, 'PATCH', '/api/v1/me', { language })
      return openAs(browser, here.product.address, somebody, path, { language })
    },
    stop: async () => {
      await here.product.stop()
      await sink.stop()
    },
  }
}

export type ClosedDesk = Awaited<ReturnType<typeof startClosedDesk>>

export const rows = (page: Page) => page.locator('tbody tr')
