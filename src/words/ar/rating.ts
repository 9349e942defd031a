// The scale's words agree with التقييم.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const rating: Translated<typeof en.rating> = {
  score: {
    '1': 'ضعيف جدًا',
    '2': 'ضعيف',
    '3': 'مقبول',
    '4': 'جيد',
    '5': 'ممتاز',
  },
  spoken: '{{score, number}} من {{max, number}}، {{word}}',
}
