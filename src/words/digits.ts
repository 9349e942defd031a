// People type numbers in the digits of their keyboard: ٠–٩ and ۰–۹ are read as 0–9 wherever something is entered or sought.

const arabicIndic = 0x0660
const persian = 0x06f0

/** The same text with every digit written 0–9; nothing else is touched. */
export const parseDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    return String(code - (code >= persian ? persian : arabicIndic))
  })

/** A number as typed, with either decimal mark and with grouping, or undefined when it is none. */
export const parseNumber = (text: string): number | undefined => {
  const plain = parseDigits(text)
    .trim()
    .replace(/(?<=\d)[٬,](?=\d{3}(?!\d))/gu, '')
    .replace('٫', '.')
    .replace('−', '-')
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : undefined
}
