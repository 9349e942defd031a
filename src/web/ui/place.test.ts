import { expect, test } from 'vitest'
import { placeOf } from './place.ts'

const view = { width: 1000, height: 800 }
const anchor = { top: 100, bottom: 132, left: 400, right: 500 }
const panel = { width: 300, height: 200 }

test('a panel opens under its button, at the start edge', () =>
  expect(placeOf({ anchor, panel, view, align: 'start', rtl: false })).toMatchObject({ top: 138, left: 400 }))
test('in Arabic the start edge is the right one', () =>
  expect(placeOf({ anchor, panel, view, align: 'start', rtl: true })).toMatchObject({ left: 200 }))
test('a panel opens above its button where there is no room below', () =>
  expect(
    placeOf({ anchor: { ...anchor, top: 700, bottom: 732 }, panel, view, align: 'start', rtl: false }),
  ).toMatchObject({ top: 494 }))
test('a panel is never outside the window', () => {
  const phone = { width: 360, height: 700 }
  expect(
    placeOf({ anchor: { ...anchor, left: 300, right: 340 }, panel, view: phone, align: 'start', rtl: false }).left,
  ).toBe(52)
  expect(
    placeOf({ anchor: { ...anchor, left: 10, right: 50 }, panel, view: phone, align: 'end', rtl: false }).left,
  ).toBe(8)
})
test('a long list is as tall as the room and scrolls', () =>
  expect(placeOf({ anchor, panel: { width: 300, height: 2000 }, view, align: 'start', rtl: false }).maxHeight).toBe(
    654,
  ))
