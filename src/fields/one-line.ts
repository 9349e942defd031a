// Format signs that show nothing by themselves. Those that are seen (Arabic number signs) and those that choose a sign's form
// (variation selectors) are not among them.
const hidden =
  /(?:(?!\0)\p{Cc}|[\u{ad}\u{61c}\u{115f}\u{1160}\u{180e}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2064}\u{2066}-\u{206f}\u{3164}\u{feff}\u{ffa0}\u{fff9}-\u{fffb}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}])+/gu
const lineEnds = /[\t\n\v\f\r\u{85}\u{2028}\u{2029}]+/gu
// Persian and Arabic names are written with joiners, and families of emoji; after a Latin letter, a digit or a space they only hide.
const idleJoiners =
  /(?:(?<![\p{L}\p{M}\p{S}])|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]))[\u200c\u200d]+/gu

/**
 * A text as it stands in one line: no sign turns the words around it (U+202E), makes two names look alike (U+200B) or hides.
 * U+0000 stays: it is no text, and `isText` says so. Doing it twice is doing it once.
 */
export const oneLine = (text: string): string =>
  text.replace(lineEnds, ' ').replace(hidden, '').replace(idleJoiners, '')

/** A name is a line that tells one from others: two that differ in the white space in them alone, which nobody sees, are one. */
export const nameLine = (text: string): string => oneLine(text).replace(/\s+/gu, ' ').trim()
