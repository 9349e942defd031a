import { expect, test } from 'vitest'
import { endsInDigit, shownNumber, ticketNumberIn } from './shown-number.ts'

test.each(['T-', 'IT-SD-', '2026-', 'SD_', 'Nº ', 'ط-', '١٤٤٧/', ''])(
  '%s before a number is read with it',
  (numberPrefix) => {
    for (const numberPadding of [0, 8]) {
      const shown = shownNumber({ numberPrefix, numberPadding }, 1042)
      for (const typed of [shown, ` ${shown.toLowerCase()} `, `\u2068${shown}\u2069`, '#1042', '١٠٤٢', '１０４２'])
        expect([typed, ticketNumberIn(typed, numberPrefix)]).toEqual([typed, 1042])
    }
  },
)

test.each(['', 'T-', '0', 'T-0', 'SUP-1042', '10.42', '1042 boxes', 'windows 10'])(
  '%s is no ticket’s number',
  (typed) => expect(ticketNumberIn(typed, 'T-')).toBeUndefined(),
)

test.each(['T2', '2026', 'ط٢', 'T²', 'T2\u200b'])('%s leaves open where the number begins', (prefix) =>
  expect(endsInDigit(prefix)).toBe(true),
)

test.each(['T-', '2026-', 'Nº', '2ط', ''])('%s leaves no doubt', (prefix) => expect(endsInDigit(prefix)).toBe(false))
