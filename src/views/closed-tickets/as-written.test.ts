import { expect, test } from 'vitest'
import { asWritten } from './as-written.ts'

const found = (...marked: string[]) => ({
  found: { where: 'title' as const, language: 'ar', pieces: marked.map((text) => ({ text, marked: true })) },
})

test('who mistyped an Arabic word was offered it misspelt', () => {
  expect(asWritten('فاتوره', [found('الفاتورة'), found('فاتورة')])).toBe('فاتورة')
  expect(asWritten('فاتوره شحنه', [found('الفاتورة', 'للشحنة')])).toBe('الفاتورة للشحنة')
})

test('what is marked nowhere, and other letters, stay as they were learnt', () => {
  expect(asWritten('فاتوره', [{ found: null }])).toBe('فاتوره')
  expect(asWritten('invoice', [found('Invoice')])).toBe('invoice')
})
