import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { wordsFor } from '../src/words/words.ts'
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
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(address + path)
  return page
}

export const en = wordsFor('en')
export const ar = wordsFor('ar')

/** WCAG 2.2 AA, on what stands there now. */
export async function expectAccessible(page: Page): Promise<void> {
  await atRest(page)
  expect(await violationsOn(page, (axe) => axe.exclude('iframe[sandbox]'))).toEqual([])
  expect(await violationsInFrames(page)).toEqual([])
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

async function violationsOn(page: Page, narrowed = (axe: AxeBuilder) => axe): Promise<string[]> {
  const { violations } = await narrowed(new AxeBuilder({ page }).withTags(levels)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** What a mail says stands in a frame that may run nothing, axe neither: the same document, as wide, is looked at by itself. */
async function violationsInFrames(page: Page): Promise<string[]> {
  const framed = await page.locator('iframe[sandbox][srcdoc]:visible').evaluateAll((frames) =>
    frames.map((frame) => ({
      html: (frame as HTMLIFrameElement).srcdoc,
      size: { width: Math.max(frame.clientWidth, 200), height: Math.max(frame.clientHeight, 200) },
    })),
  )
  const found: string[] = []
  for (const { html, size } of framed) {
    const alone = await page.context().newPage()
    await alone.setViewportSize(size)
    await alone.setContent(html)
    found.push(...(await violationsOn(alone)).map((said) => `in a frame: ${said}`))
    await alone.close()
  }
  return found
}

/** A picture to be looked at, in e2e/.shots/. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `e2e/.shots/${name}.png`, fullPage: false })
}

/** What a page must never do at any width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  // drawings measure their room in the frame after a change of width
  await expect.poll(over, { timeout: 2_000 }).toBeLessThanOrEqual(0)
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
