import { expect, test } from 'vitest'
import { pageAddress, parseSearch, stringifySearch } from './page-address.ts'

const typed = [
  ...['1250.00', '8996601234567890123', '2E5', 'null', 'true', 'false', '007', '-0', '12.50', '[1]', '{"a":1}', '{}'],
  ...['invoice', '"invoice"', '"1042"', '"', '""', '"null', '"\\"1042\\""', 'a & b=c + d?#%', 'الفاتورة ١٠٤٢', ' '],
]

test.each(typed)(
  '%s is asked as it was typed, and an address that is gone to, loaded anew or copied keeps it',
  (words) => {
    const address = pageAddress('/closed', { words })
    const once = parseSearch(new URL(address, 'http://desk').search)
    expect(once).toEqual({ words })
    expect(stringifySearch(once)).toBe(address.slice('/closed'.length))
  },
)

test('an address that was written when words were taken for numbers means what it meant', () => {
  expect(parseSearch('?queue=allOpen&words=%221042%22&group=%22null%22')).toEqual({
    queue: 'allOpen',
    words: '1042',
    group: 'null',
  })
  expect(parseSearch('?words=1042&score=4&custom.urgent=true')).toEqual({
    words: '1042',
    score: '4',
    'custom.urgent': 'true',
  })
})

test('what is empty is not asked, and of a name that stands twice the first counts', () => {
  expect(pageAddress('/closed', { words: '', at: 1042, sort: undefined })).toBe('/closed?at=1042')
  expect(pageAddress('/closed')).toBe('/closed')
  expect(parseSearch('?words=a&words=b&more')).toEqual({ words: 'a', more: '' })
})
