// «قبل» takes the genitive: its six forms are not those of a number standing alone.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const time: Translated<typeof en.time> = {
  underMinute: 'أقل من دقيقة',
  minutes: '{{minutes, number}} د',
  hours: '{{hours, number}} س',
  hoursMinutes: '{{hours, number}} س {{minutes, number}} د',

  since: 'منذ الساعة {{time}}',
  sinceDay: 'منذ يوم {{day}}',

  now: 'الآن',
  minutesAgo_zero: 'قبل أقل من دقيقة',
  minutesAgo_one: 'قبل دقيقة واحدة',
  minutesAgo_two: 'قبل دقيقتين',
  minutesAgo_few: 'قبل {{count, number}} دقائق',
  minutesAgo_many: 'قبل {{count, number}} دقيقة',
  minutesAgo_other: 'قبل {{count, number}} دقيقة',
  hoursAgo_zero: 'قبل أقل من ساعة',
  hoursAgo_one: 'قبل ساعة واحدة',
  hoursAgo_two: 'قبل ساعتين',
  hoursAgo_few: 'قبل {{count, number}} ساعات',
  hoursAgo_many: 'قبل {{count, number}} ساعة',
  hoursAgo_other: 'قبل {{count, number}} ساعة',
  daysAgo_zero: 'اليوم',
  daysAgo_one: 'قبل يوم واحد',
  daysAgo_two: 'قبل يومين',
  daysAgo_few: 'قبل {{count, number}} أيام',
  daysAgo_many: 'قبل {{count, number}} يومًا',
  daysAgo_other: 'قبل {{count, number}} يوم',

  yesterdayAt: 'أمس في الساعة {{time}}',

  on: 'يوم {{day}}',
}
