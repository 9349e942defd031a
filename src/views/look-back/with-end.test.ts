import { expect, test } from 'vitest'
import { withEnd } from './with-end.ts'

test('an end that passes the other leaves it open', () => {
  const november = { from: '2026-11-01', to: '2026-11-29' }
  expect(withEnd(november, 'from', '2026-11-10')).toEqual({ from: '2026-11-10', to: '2026-11-29' })
  expect(withEnd(november, 'from', '2026-12-01')).toEqual({ from: '2026-12-01', to: '' })
  expect(withEnd(november, 'to', '2026-10-01')).toEqual({ from: '', to: '2026-10-01' })
  expect(withEnd(november, 'to', '2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-01' })
  expect(withEnd(november, 'to', '')).toEqual({ from: '2026-11-01', to: '' })
})
