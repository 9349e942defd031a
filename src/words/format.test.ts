import { describe, expect, test } from 'vitest'
import { bytesOf } from '../conversation/files/megabytes.ts'
import { age, ago, since } from './age.ts'
import { parseDigits, parseNumber } from './digits.ts'
import { formatFor } from './format.ts'
import { wordsFor } from './words.ts'

const at = '2025-06-03T22:30:00Z'
const now = '2025-06-03T23:10:00Z'
const cairo = { timeZone: 'Africa/Cairo' } as const
const reader = (language: string, more: object = {}) => formatFor({ language, ...cairo, ...more })

describe('days and times', () => {
  test('stand in the zone, digits and month names of the reader', () => {
    expect(formatFor({ language: 'en', timeZone: 'UTC' }).day(at, now)).toBe('Tuesday 3 June')
    expect(reader('en').day(at, now)).toBe('Wednesday 4 June')
    expect(reader('ar').day(at, now)).toBe('الأربعاء، 4 يونيو')
    expect(reader('ar-EG').day(at, now)).toBe('الأربعاء، ٤ يونيو')
    expect(reader('ar-SY', { digits: 'latn' }).day(at, now)).toBe('الأربعاء، 4 حزيران')
    expect(reader('en').time(at)).toBe('01:30')
    expect(reader('en').dateTime(at)).toBe('4 June 2025 at 01:30')
  })

  test('somebody who answered in the evening of the named day was too late: the last whole day is named', () => {
    const closes = '2025-06-10T06:00:00Z'
    expect(reader('en').lastDay(closes, now)).toBe('Monday 9 June')
    expect(reader('ar').lastDay(closes, now)).toBe('الاثنين، 9 يونيو')
    // midnight in Cairo ends the 9th, in Beirut it is the same, in London the 9th has not ended
    expect(reader('en').lastDay('2025-06-09T21:00:00Z', now)).toBe('Monday 9 June')
    expect(formatFor({ language: 'en', timeZone: 'Europe/London' }).lastDay('2025-06-09T21:00:00Z', now)).toBe(
      'Sunday 8 June',
    )
    expect(reader('en').lastDay(closes, '2025-06-10T05:00:00Z')).toBe('Tuesday 10 June')
    expect(reader('en').lastDay('2026-01-01T09:00:00Z', '2025-12-30T09:00:00Z')).toBe('Wednesday 31 December')
  })

  test('the last whole day is found beside one that is an hour longer or shorter', () => {
    const paris = formatFor({ language: 'en', timeZone: 'Europe/Paris' })
    // clocks are put back on Sunday 26 October, and forward on Sunday 30 March
    expect(paris.lastDay('2025-10-26T22:30:00Z', '2025-10-20T00:00:00Z')).toBe('Saturday 25 October')
    expect(paris.lastDay('2025-10-27T00:10:00Z', '2025-10-20T00:00:00Z')).toBe('Sunday 26 October')
    expect(paris.lastDay('2025-03-30T22:10:00Z', '2025-03-20T00:00:00Z')).toBe('Sunday 30 March')
  })

  test('another year is named', () => {
    expect(reader('en').day(at, '2026-06-01')).toBe('Wednesday, 4 June 2025')
  })

  test('are Gregorian unless Umm al-Qura was chosen, and months of reports always are', () => {
    expect(reader('ar-SA').date(at)).toContain('٢٠٢٥')
    const ummAlQura = reader('ar-SA', { calendar: 'islamic-umalqura' })
    expect(ummAlQura.date(at)).toContain('١٤٤٦')
    expect(ummAlQura.month('2025-06')).toBe('يونيو ٢٠٢٥')
  })

  test('a day without a time is the same day west of Greenwich', () => {
    const newYork = formatFor({ language: 'en', timeZone: 'America/New_York' })
    expect(newYork.month('2025-06')).toBe('June 2025')
    expect(newYork.date('2025-06-03')).toBe('3 June 2025')
  })
})

test('numbers, sizes, shares, lists and languages', () => {
  expect(reader('en').number(1234.5)).toBe('1,234.5')
  expect(reader('ar-EG').number(1234.5)).toBe('١٬٢٣٤٫٥')
  expect(reader('en').percent(0.125)).toBe('12.5%')
  expect(reader('en').fileSize(512)).toBe('512 bytes')
  expect(reader('en').fileSize(1500)).toBe('1.5 kB')
  expect(reader('en').fileSize(bytesOf(25))).toBe('25 MB')
  expect(reader('en').fileSize(bytesOf(5) - 64 * 1024)).toBe('4.9 MB')
  expect(reader('en').list(['reply', 'close'], 'or')).toBe('reply or close')
  expect(reader('ar').list(['رد', 'CSV'])).toBe('رد و\u200F\u2068CSV\u2069\u200F')
  expect(reader('ar').language('fr')).toBe('الفرنسية')
})

test('a sentence that names several in the other script has them in its own order, whatever the first letter', () => {
  const said = (language: 'en' | 'ar', words: string[]) =>
    wordsFor(language)('staffTicket:alike.words', { words: reader(language).list(words) })
  expect(said('en', ['الحاوية', 'الرسوم'])).toBe('both say: \u2068\u200Eالحاوية\u200E and \u200Eالرسوم\u200E\u2069')
  expect(said('ar', ['Paket', 'Karton'])).toBe('تشتركان في: \u2068\u200FPaket\u200F و\u200FKarton\u200F\u2069')
})

test('ages in words', () => {
  const [en, ar] = [wordsFor('en'), wordsFor('ar')]
  const minutes = 60_000
  expect([20_000, 34 * minutes, 120 * minutes, 154 * minutes].map((ms) => age(en, ms))).toEqual([
    'under 1 m',
    '34 m',
    '2 h',
    '2 h 34 m',
  ])
  expect(age(en, 3 * 1440 * minutes)).toBe('3 days')
  expect(age(ar, 154 * minutes)).toBe('2 س 34 د')
  expect(age(ar, 2 * 1440 * minutes)).toBe('يومان')
  expect(ago(en, reader('en'), at, now)).toBe('40 minutes ago')
  expect(ago(ar, reader('ar'), '2025-06-01T23:00:00Z', now)).toBe('قبل يومين')
  expect(ago(en, reader('en'), '2025-01-02', now)).toBe('on 2 January 2025')
  expect(since(en, reader('en'), at, now)).toBe('since 01:30')
  expect(since(en, reader('en'), '2025-06-01T10:00:00Z', now)).toBe('since Sunday 1 June')
})

test('digits are read in every writing', () => {
  expect(parseDigits('T-١٠٤٢ و ۱۲۳ و 45')).toBe('T-1042 و 123 و 45')
  expect(['١٬٢٣٤٫٥', '1,234.5', '۴', '-٣', '1.5'].map(parseNumber)).toEqual([1234.5, 1234.5, 4, -3, 1.5])
  expect(['', 'x', '1,2', '1.2.3', '--1'].map(parseNumber)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
