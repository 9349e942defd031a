import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from '@playwright/test'
import type axe from 'axe-core'

/** The build that is half as long: each page is sent it and reads it. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds against WCAG 2.2 AA, as sentences. It is loaded once into each page and asked there: a fifth of the work of
 * loading it for each look and adding the answer up in a page of its own.
 */
export async function findingsOfAxe(page: Page, about: About = 'everything'): Promise<string[]> {
  const findings = await findingsIn(page.mainFrame(), about)
  return [...findings, ...(await findingsInFrames(page, about))]
}

/** For a window that goes from page to page and is looked at on each: it is there with each of them, for a tenth of the work. */
export const bringAxe = (page: Page) => page.addInitScript(source)

/** In another scheme the same page can differ in its colours alone. */
export type About = 'everything' | 'contrast'

/** What a mail says stands in a frame that may run nothing, axe neither: the same document, as wide, is looked at by itself. */
async function findingsInFrames(page: Page, about: About): Promise<string[]> {
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
    found.push(...(await findingsIn(alone.mainFrame(), about)).map((said) => `in a frame: ${said}`))
    await alone.close()
  }
  return found
}

async function findingsIn(frame: Frame, about: About): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source)
  const runOnly = about === 'everything' ? wcag22aa : { type: 'rule' as const, values: ['color-contrast'] }
  return frame.evaluate(async (asked) => {
    const loaded = (window as unknown as { axe: typeof axe }).axe
    // a button that becomes ready while axe reads fades from one ground to another, and has the contrast of neither on the way
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets.push(still)
    // the product's only frames are those of mails
    const options = { runOnly: asked, resultTypes: ['violations' as const], iframes: false }
    const { violations } = await loaded.run(document, options)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, runOnly)
}
