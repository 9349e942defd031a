import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { wordsFor } from '../src/words/words.ts'
import { findingsOfAxe, type About } from './axe.ts'
import { be, type Somebody } from './people.ts'

export type Screen = { scheme?: 'light' | 'dark'; width?: number; height?: number; language?: string }

/** Somebody's browser at an address; everything it complains of makes the journey fail. */
export async function openAs(
  browser: Browser,
  address: string,
  somebody: Somebody | null,
  path: string,
  { scheme = 'light', width = 1440, height = 900, language = 'en' }: Screen = {},
): Promise<Page> {
  const locale = language === 'ar' ? 'ar' : 'en-GB'
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    timezoneId: 'UTC',
  })
  if (somebody) await be(context, address, somebody)
  return openIn(context, address + path)
}

/** One more page of a browser that is open already. */
export async function openIn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  return page
}

export const en = wordsFor('en')
export const ar = wordsFor('ar')

/** WCAG 2.2 AA, on what stands there now. */
export async function expectAccessible(page: Page, about?: About): Promise<void> {
  await atRest(page)
  expect(await findingsOfAxe(page, about)).toEqual([])
}

/**
 * A picture to be looked at, in e2e/.shots/: of what has come to rest. Taken when journeys run by themselves (`npm test -- e2e`,
 * `playwright test`): nobody looks at the 650 of a run of everything, and drawing them costs it half a minute.
 */
export async function shot(page: Page, name: string): Promise<void> {
  await atRest(page)
  if (picturesAreTaken) await page.screenshot({ path: `e2e/.shots/${name}.png`, fullPage: false })
}

export const picturesAreTaken = process.env['SANAD_SHOTS'] !== 'off'

/** What a page must never do at any width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  // drawings measure their room in the frame after a change of width
  await expect.poll(over).toBeLessThanOrEqual(0)
  await expect.poll(() => page.evaluate(belowTheShell)).toBeLessThanOrEqual(0)
}

/** Staff's shell is as high as the window and its pages scroll in it: a document that scrolls too carries the rail away. */
function belowTheShell(): number {
  const shell = document.querySelector('#main')?.parentElement
  if (!shell || getComputedStyle(shell).overflow !== 'hidden') return 0
  return document.documentElement.scrollHeight - window.innerHeight
}

/** The composer's text box with one of its tabs chosen. */
export async function composer(page: Page, tab: string): Promise<Locator> {
  await page.getByRole('tab', { name: tab }).click()
  return page.getByRole('textbox', { name: tab }).or(page.locator('textarea')).first()
}

/** Colours that fade into others have no contrast on the way. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
}
