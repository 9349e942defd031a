import { expect, test } from 'vitest'
import { chartSvg } from './chart-svg.server.ts'

const reader = { language: 'en', locale: 'en', dir: 'ltr' } as const

test('in the picture two representatives of one name shared one entry of the legend', () => {
  const svg = chartSvg(
    {
      ...{ title: 'Closed', labels: ['1', '2'], bars: [3, 3], line: [1, 2], alt: 'Closed' },
      parts: [
        { id: 'a', name: 'Omar Saleh', bars: [1, 2] },
        { id: 'b', name: 'Omar Saleh', bars: [2, 1] },
      ],
      legend: { bars: 'Closed', line: 'Opened' },
    },
    reader,
  )
  expect(svg.match(/Omar Saleh/gu)).toHaveLength(2)
  expect(svg.match(/Opened/gu)).toHaveLength(1)
})
