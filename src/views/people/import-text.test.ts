import { expect, test } from 'vitest'
import { textOf } from './import-questions.tsx'

const file = (...bytes: number[]) => textOf(new Blob([new Uint8Array(bytes)]))

test('a file is read as the spreadsheet wrote it, or not at all', async () => {
  expect(await textOf(new Blob(['name,email\nسلمى,s@example.com']))).toBe('name,email\nسلمى,s@example.com')
  expect(await file(0xef, 0xbb, 0xbf, 0x61)).toBe('a')
  expect(await file(0xff, 0xfe, 0x61, 0x00)).toBe('a')
  expect(await file(0xfe, 0xff, 0x00, 0x61)).toBe('a')
  // Windows' own code pages, and what is no text
  expect(await file(0x61, 0xe9, 0x62)).toBeUndefined()
  expect(await file(0x50, 0x4b, 0x03, 0x04, 0x00)).toBeUndefined()
})
