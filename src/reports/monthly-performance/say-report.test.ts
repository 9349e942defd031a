import { expect, test } from 'vitest'
import { formatFor } from '../../words/format.ts'
import { wordsFor } from '../../words/words.ts'
import { changeOf } from './change.ts'
import type { MonthFigures, ReadReport } from './monthly-performance.ts'
import { sayMade, sayReport } from './say-report.ts'

const said = (language: string, opened: number, backlog: number) => {
  const figures = { opened, backlog, closed: 0 } as MonthFigures
  const sentences: ReadReport['sentences'] = [{ says: 'times', firstResponse: null, resolution: null }]
  const format = formatFor({ language, timeZone: 'UTC' })
  return sayReport({ month: '2026-10', sentences, figures }, wordsFor(language), format)[0]
}

test('everybody waited and nobody was answered, and the report said that nobody waited', () => {
  const unanswered = 'No customer got a first response, so there are no times to show.'
  expect(said('en', 12, 12)).toBe(unanswered)
  expect(said('en', 0, 3)).toBe(unanswered)
  expect(said('ar', 12, 12)).toBe('لم يتلقَّ أي عميل ردًا أول، فلا أزمنة للعرض.')
  expect(said('en', 0, 0)).toBe('Nobody waited for a first response, so there are no times to show.')
})

test('the page said when a report was made by its reader’s clock, and named the organisation’s zone beside it', () => {
  const report = { version: 1, madeBy: null, madeAt: '2026-11-01T03:05:00Z', timeZone: 'America/New_York' }
  const read = (language: string, timeZone: string) =>
    sayMade(report as ReadReport, wordsFor(language), formatFor({ language, timeZone }))
  expect(read('en', 'Asia/Tokyo')).toContain('31 October 2026 at 23:05')
  expect(read('en', 'Asia/Tokyo')).toContain('America/New_York')
  expect(read('ar', 'Africa/Cairo')).toBe(read('ar', 'America/New_York'))
})

test.each([
  ...[
    [400, 401, 'as many as in September'],
    [3_000, 3_001, 'as many as in September'],
  ],
  ...[
    [200, 201, '1% more than in September'],
    [200, 197, '2% fewer than in September'],
  ],
] as [number, number, string][])(
  'the report’s first sentence and its table disagreed about one change: %i, then %i',
  (before, closed, compared) => {
    const sentences: ReadReport['sentences'] = [{ says: 'volume', opened: 10, closed, before }]
    const format = formatFor({ language: 'en', timeZone: 'UTC' })
    const [sentence] = sayReport({ month: '2026-10', sentences, figures: null }, wordsFor('en'), format)
    expect(sentence).toContain(compared)
    const { change } = changeOf('moreIsBetter', before, closed, wordsFor('en'), format)
    expect(change === '=').toBe(compared.startsWith('as many'))
    if (change !== '=') expect(compared).toContain(change.slice(2))
  },
)
