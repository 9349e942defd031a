import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, weakPlaces } from './accent.ts'
import { accentFamilies, tokensOf } from './look.ts'

const light = ['#f6f4f1', '#fffefe', '#f1eeeb', '#ffffff']
const dark = ['#12110f', '#1a1816', '#23211e']

test('every accent that is taken gives words and edges that can be read in both schemes', () => {
  const accents = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`)
    .filter((accent) => weakPlaces(accent).length === 0)
  fc.assert(
    fc.property(accents, (accent) => {
      const families = accentFamilies(accent)
      for (const [family, grounds] of [
        [families.light, light],
        [families.dark, dark],
      ] as const) {
        for (const ground of [...grounds, family.soft])
          expect(contrast(family.text, ground)).toBeGreaterThanOrEqual(4.5)
        for (const ground of grounds) expect(contrast(family.focus, ground)).toBeGreaterThanOrEqual(3)
        for (const filled of [family.solid, family.hover])
          expect(contrast(family.on, filled)).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})

test('nothing is set while nothing is the organisation’s own', () => {
  expect(tokensOf({ accent: null, labels: { open: { colour: 'blue', staff: { en: 'New' } } } })).toEqual({})
})

test('a status takes the colour that it was given', () => {
  expect(tokensOf({ accent: null, labels: { inProgress: { colour: 'amber' } } })).toMatchObject({
    '--status-in-progress-text': 'var(--label-amber-text)',
  })
})
