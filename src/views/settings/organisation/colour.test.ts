import { expect, test } from 'vitest'
import { nearestReadable, weakPlaces } from '../../../settings/accent.ts'
import { leastContrastOf } from './colour.ts'

test('a colour that is too pale is darkened as little as is needed', () => {
  expect(nearestReadable('#03656c')).toBe('#03656c')
  for (const pale of ['#ffffff', '#ffe000', '#8ad0d6', '#ff8800']) {
    const near = nearestReadable(pale)
    expect(weakPlaces(near)).toEqual([])
    expect(leastContrastOf(near)).toBeLessThan(5)
  }
})
