import type { Page } from '@playwright/test'

/**
 * Texts whose letters are cut off at the top or at the bottom by what they stand in. Without the dots below it a ي is a ى,
 * another letter; neither axe nor a width says so. Measured by the ink of the very letters, not by the height of the line.
 */
export const cutLetters = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const pen = document.createElement('canvas').getContext('2d')!
    const cut = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim()
      if (!element || !text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const [line, second] = range.getClientRects()
      // of several lines only the first and the last can be cut, and which letters those hold is not known
      if (!line || second || line.height === 0) continue
      const around = clipping(element)
      if (!around) continue
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
      pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const ink = pen.measureText(text)
      const baseline = line.top + ink.fontBoundingBoxAscent
      const { top, bottom } = around.getBoundingClientRect()
      const isBeside = baseline < top || baseline > bottom
      if (isBeside) continue
      const below = baseline + ink.actualBoundingBoxDescent - bottom
      const above = top - (baseline - ink.actualBoundingBoxAscent)
      if (Math.max(below, above) > 0.75)
        cut.add(`${text} (${around.className}: ${Math.max(below, above).toFixed(1)} px)`)
    }
    return [...cut]

    /** The nearest thing around it that lets nothing out at its block ends, short of what scrolls. */
    function clipping(from: Element): Element | undefined {
      for (let at: Element | null = from; at && at !== document.body; at = at.parentElement) {
        const { display, overflowY } = getComputedStyle(at)
        if (display === 'inline' || display === 'contents' || overflowY === 'visible') continue
        const isWindow = overflowY === 'auto' || overflowY === 'scroll' || at.clientHeight > 120
        return isWindow ? undefined : at
      }
      return undefined
    }
  })
