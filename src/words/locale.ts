// A reader's way of writing numbers and dates: the one place that decides digits and calendar.
import { languageOf, languages } from './languages.ts'

export type Digits = 'latn' | 'arab'
export type Calendar = 'gregory' | 'islamic-umalqura'

export type Reader = {
  /** A BCP 47 tag: `ar` or, where the region matters, `ar-EG`. */
  readonly language: string
  readonly digits?: Digits | undefined
  readonly calendar?: Calendar | undefined
}

/**
 * The reader's own setting, else the organisation's, else the locale's own. Bare `ar` is written with 0–9 wherever it runs,
 * since older browsers still gave it Arabic-Indic digits; Gregorian unless somebody chose Umm al-Qura.
 */
export const formatLocale = (reader: Reader): string => {
  const key = `${reader.language} ${reader.digits} ${reader.calendar}`
  const known = formatLocales.get(key)
  if (known !== undefined) return known
  // tags come from people: those that nobody uses any more make room
  if (formatLocales.size >= mostLocales) formatLocales.clear()
  const made = makeLocale(reader)
  formatLocales.set(key, made)
  return made
}

const formatLocales = new Map<string, string>()
const mostLocales = 500

const makeLocale = (reader: Reader): string => {
  const language = languageOf(reader.language)
  const region = regionOf(reader.language)
  const tag = region && reader.language.startsWith(language) ? `${language}-${region}` : languages[language].formats
  const numberingSystem = language === 'ar' ? (reader.digits ?? (tag === 'ar' ? 'latn' : undefined)) : 'latn'
  const calendar = reader.calendar ?? 'gregory'
  return new Intl.Locale(tag, { calendar, ...(numberingSystem && { numberingSystem }) }).toString()
}

const regionOf = (tag: string): string | undefined => {
  try {
    return new Intl.Locale(tag).region
  } catch {
    return undefined
  }
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** Making an Intl object costs a thousand times its use. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  numberFormats.set(key, made)
  return made
}
