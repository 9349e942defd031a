const made = new Map<string, Intl.DateTimeFormat>()
/** A reader's page asks for a dozen; languages and zones come from outside, and must not fill the memory. */
const mostKept = 500

/** By the Gregorian calendar, whatever the reader's own is. Making an Intl object costs a thousand times its use. */
export function gregorianFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(new Intl.Locale(locale, { calendar: 'gregory' }).toString(), options)
  if (made.size >= mostKept) made.clear()
  made.set(key, format)
  return format
}
