import { expect, test } from 'vitest'
import { versionKnown } from './version-known.ts'

const by = (seq: number, id: string | null) => ({ seq, actor: id === null ? null : { id, name: id } })
const before = [by(1, 'salma'), by(2, 'mariam')]

test('who decides at a dialog goes by what they saw when it opened, not by what came while it was open', () => {
  expect(versionKnown(2, 2, before, 'mariam')).toBe(2)
  expect(versionKnown(2, 3, [...before, by(3, 'salma')], 'mariam')).toBe(2)
  expect(versionKnown(2, 4, [...before, by(3, 'salma'), by(4, 'mariam')], 'mariam')).toBe(2)
  expect(versionKnown(2, 3, [...before, by(3, null)], 'mariam')).toBe(2)
})

test('a reply of one’s own that went out while the dialog was open refused what was decided there', () => {
  expect(versionKnown(2, 3, [...before, by(3, 'mariam')], 'mariam')).toBe(3)
})

test('until the page knows who did it, it counts as somebody else', () => {
  expect(versionKnown(2, 3, before, 'mariam')).toBe(2)
  expect(versionKnown(2, 4, [...before, by(3, 'mariam')], 'mariam')).toBe(2)
})
