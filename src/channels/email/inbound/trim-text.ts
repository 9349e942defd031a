import { isPhoneLine } from './phone-line.ts'

/**
 * What somebody wrote now, without the mail that they answer and without their signature. What is cut here is never lost: the
 * whole text stands beside it, and the mail itself is kept. When in doubt nothing is cut. Whoever sends `files` above a quote may
 * have said nothing more.
 */
export function trimText(whole: string, files = false): string {
  const lines = linesOf(whole)
  const quote = quoteStart(lines)
  const signature = signatureStart(lines)
  const above = withoutTrailingQuotes(lines.slice(0, Math.min(quote, signature)))
  // who wrote nothing above what they quote wrote below or between it: then all of it is theirs
  if (above.every((line) => line.trim() === '')) return files && isQuoteAlone(lines, quote) ? '' : whole.trim()
  const below = quote < signature ? saidBelow(lines.slice(quote, signature)) : []
  return [...above, ...below].join('\n').trim()
}

const linesOf = (whole: string): string[] => whole.replace(/\r\n?/gu, '\n').split('\n')

/** All of it but the signature, also where somebody else's mail follows below that. */
export function withoutSignature(whole: string): string {
  const lines = linesOf(whole)
  const signature = signatureStart(lines)
  const rest = lines.slice(signature)
  const quoted = rest.findIndex(isQuoted)
  const below = rest.slice(Math.min(quoteStart(rest), quoted < 0 ? rest.length : quoted))
  const kept = [lines.slice(0, signature), below].map((part) => part.join('\n').trim())
  return kept.filter(Boolean).join('\n\n') || whole.trim()
}

/**
 * Nothing but another's mail: quoted by signs, and no line of theirs between or below. Where there are no signs, as Outlook
 * quotes, nobody can tell what is whose.
 */
function isQuoteAlone(lines: readonly string[], quote: number): boolean {
  const first = quote < lines.length ? firstQuoted(lines, quote) : lines.findIndex(isQuoted)
  if (first < 0) return false
  const rest = lines.slice(first)
  const said = rest.slice(0, signatureStart(rest))
  return said.every((line) => isQuoted(line) || line.trim() === '')
}

/** Somebody sends another's mail on: that mail is what they have to say. */
export const isForward = (subject: string): boolean => forwards.test(bare(subject))

const forwards = /^(fwd?|wg|tr|rv|i|enc|إعادة توجيه|محول|转发|轉寄|転送)\s*[:：]/iu

/** Where another mail begins: the line by which a mail program introduces it. */
function quoteStart(lines: readonly string[]): number {
  let answers: readonly boolean[] | undefined
  const isAnswered = (index: number) => isAnsweredBetween(lines, index, (answers ??= answersFrom(lines)))
  const at = lines.findIndex(
    (line, index) =>
      isDivider(line) ||
      isOutlooksLine(lines, index) ||
      (isIntroduction(lines, index) && !isAnswered(index)) ||
      isHeaderBlock(lines, index),
  )
  return at < 0 ? lines.length : at
}

const isDivider = (line: string): boolean => dividers.some((divider) => divider.test(line.trim()))

const dividers = [
  /^-{2,}\s*(original message|forwarded message|reply above this line|ursprüngliche nachricht|message d’origine|message d'origine|mensaje original|الرسالة الأصلية)\s*-{2,}$/iu,
  /^##-.*-##$/u,
]

/** Outlook draws it above the mail that it quotes, and around what it says of a meeting. */
const isOutlooksLine = (lines: readonly string[], index: number): boolean =>
  /^_{20,}$/u.test(lines[index]!.trim()) && lines.slice(index + 1, index + 4).some((line) => sender.test(bare(line)))

/**
 * "On Tue, 3 June 2026 at 10:00, Omar <o@example.com> wrote:", on one line or broken into up to three. In whatever language it
 * is one where it names an address and a day, ends with a colon, and quoted lines follow.
 */
function isIntroduction(lines: readonly string[], index: number): boolean {
  const first = bare(lines[index]!)
  if (first === '' || isQuoted(first)) return false
  const begins = beginnings.test(first)
  for (let length = 1; length <= 3; length++) {
    const said = bare(lines.slice(index, index + length).join(' ')).slice(0, 500)
    if (begins && endings.test(said) && (isOfProgram(said) || isAboveQuoted(lines, index + length))) return true
    if (namesSomebody(said)) return isShortest(lines, index, length)
    if (bare(lines[index + length] ?? '') === '') return false
  }
  return false
}

/** Somebody who tells of a letter writes "On Monday your driver wrote:" too; a program names an address, or a day and its hour. */
const isOfProgram = (line: string): boolean => /[^\s@]@[^\s@]/u.test(line) || (hour.test(line) && dayOfYear.test(line))

const hour = /(?<!\p{Nd})\p{Nd}{1,2}\s?[:.h]\s?\p{Nd}{2}(?![\p{Nd}.])/u
const dayOfYear = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})|\p{Nd}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2}(?!\p{Nd})/u

const isAboveQuoted = (lines: readonly string[], from: number): boolean =>
  isQuoted(lines[nextWritten(lines, from)] ?? '')

/** Quoted lines follow it, and the line before it is not taken for its beginning. */
function isShortest(lines: readonly string[], index: number, length: number): boolean {
  if (!isAboveQuoted(lines, index + length)) return false
  return length === 1 || !namesSomebody(bare(lines.slice(index + 1, index + length).join(' ')))
}

/** A line that follows an empty one is a paragraph of its own, not the rest of a quoted line that was broken too early. */
const isOwnParagraph = (lines: readonly string[], index: number): boolean =>
  lines[index]!.trim() !== '' && !isQuoted(lines[index]!) && lines[index - 1]!.trim() === ''

/** Whether somebody wrote between what they quote: their words stand between quoted lines. */
function isAnsweredBetween(lines: readonly string[], introduction: number, answers: readonly boolean[]): boolean {
  const first = firstQuoted(lines, introduction)
  return first >= 0 && answers[first]!
}

/**
 * For each line whether the next paragraph of their own, from it on, stands above quoted lines, with no other mail beginning in
 * between. From the end and once: a mail can be nothing but introductions, and to walk on from each takes the square of them.
 */
function answersFrom(lines: readonly string[]): boolean[] {
  const answers: boolean[] = Array.from({ length: lines.length })
  let isAboveQuoted = false
  let isAnswer = false
  for (let index = lines.length - 1; index >= 0; index--) {
    if (isQuoted(lines[index]!)) isAboveQuoted = true
    else if (isIntroduction(lines, index)) isAboveQuoted = false
    if (index > 0 && isOwnParagraph(lines, index)) isAnswer = isAboveQuoted
    answers[index] = isAnswer
  }
  return answers
}

/** What stands below all that was quoted: an answer, or what a mail server adds. In doubt it is theirs. */
function saidBelow(quoted: readonly string[]): string[] {
  if (firstQuoted(quoted, 0) < 0) return []
  const below = quoted.slice(quoted.findLastIndex(isQuoted) + 1)
  if (below.length < 2 || below[0]!.trim() !== '') return []
  return below.slice(0, quoteStart(below))
}

/** The first line after an introduction, where it is quoted by signs; some programs quote without any. */
function firstQuoted(lines: readonly string[], introduction: number): number {
  for (let length = 1; length <= 3; length++) {
    const next = nextWritten(lines, introduction + length)
    if (isQuoted(lines[next] ?? '')) return next
  }
  return -1
}

function nextWritten(lines: readonly string[], from: number): number {
  let index = from
  while (index < lines.length && lines[index]!.trim() === '') index++
  return index
}

const isQuoted = (line: string): boolean => line.startsWith('>')

/** As programs do it in the languages that are not named here: a day, an address in brackets, and a colon at the end. */
const namesSomebody = (line: string): boolean =>
  /@[^\s<>@]{1,253}>[^<>@]{0,80}[:：]$/u.test(line) && /\p{Nd}/u.test(line)

const bare = (line: string): string => line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()

const beginnings = /^(on|le|am|el|em|il|op|den|في|بتاريخ|在|于|\d{4}年)[\s\d,،]/iu
const endings =
  /(wrote|a écrit|schrieb[^:]*|escribió|escreveu|ha scritto|schreef|skrev|(?<!\p{L})(?:كتبت?|كتابة)[^:]*|写道|寫道|のメール)\s*[:：]$/iu

/** Outlook's: From, then within the next lines Sent and Subject. What goes from where to where, and when, has no subject. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!sender.test(bare(lines[index]!))) return false
  const next = lines.slice(index + 1, index + 7).map(bare)
  const has = (names: RegExp) => next.some((line) => names.test(line))
  return has(sentOn) && has(about)
}

const sender = /^\*?(from|de|von|من|发件人|差出人)\*?\s*[:：]\s*\S/iu
const sentOn =
  /^\*?(sent|date|envoyé|gesendet|datum|enviado|fecha|تاريخ الإرسال|تم الإرسال|التاريخ|发送时间|日期|送信日時)\*?\s*[:：]/iu
const about = /^\*?(subject|objet|betreff|asunto|assunto|الموضوع|主题|件名)\*?\s*[:：]/iu

/** "-- " alone on its line is the old agreement (RFC 3676); phones add a line of their own. */
function signatureStart(lines: readonly string[]): number {
  const lastOwn = lines.findLastIndex((line) => line.trim() !== '' && !isQuoted(line))
  const firstBare = lines.indexOf('--', 1)
  const bareAt = firstBare > 0 && isAboveSignature(lines.slice(firstBare + 1)) ? firstBare : -1
  const at = lines.findIndex(
    (line, index) =>
      index > 0 &&
      (line === '-- ' ||
        index === bareAt ||
        (isPhoneLine(bare(line)) && (index === lastOwn || isAboveQuote(lines, index)))),
  )
  return at < 0 ? lines.length : at
}

/** Without its blank two dashes are drawn between the parts of a text as well: a signature is short, and the only one. */
function isAboveSignature(below: readonly string[]): boolean {
  const quoted = below.findIndex(isQuoted)
  const own = below.slice(0, Math.min(quoteStart(below), quoted < 0 ? below.length : quoted))
  return !own.includes('--') && own.filter((line) => line.trim() !== '').length <= longestSignature
}

const longestSignature = 10

/** What a phone adds is the last thing said: in the middle of a text it is a text. */
function isAboveQuote(lines: readonly string[], index: number): boolean {
  const below: string[] = []
  for (let next = index; below.length < longestBeginning;) {
    next = nextWritten(lines, next + 1)
    if (next === lines.length) break
    below.push(lines[next]!)
  }
  return quoteStart(below) === 0
}

/** So many lines tell whether another mail begins at the first of them. */
const longestBeginning = 6

function withoutTrailingQuotes(lines: readonly string[]): string[] {
  const kept = [...lines]
  while (kept.length > 0 && (kept.at(-1)!.trim() === '' || isQuoted(kept.at(-1)!))) kept.pop()
  return kept
}
