/**
 * What somebody wrote now, without the mail that they answer and without their signature. What is cut here is never lost: the
 * whole text stands beside it, and the mail itself is kept. When in doubt nothing is cut.
 */
export function trimText(whole: string): string {
  const lines = whole.replace(/\r\n?/gu, '\n').split('\n')
  const kept = lines.slice(0, Math.min(quoteStart(lines), signatureStart(lines)))
  const own = withoutTrailingQuotes(kept).join('\n').trim()
  // somebody who answers between the quoted lines wrote nothing above them: then all of it is theirs
  return own === '' ? whole.trim() : own
}

/** Where another mail begins: the line by which a mail program introduces it. */
function quoteStart(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, index) => isDivider(line) || isIntroduction(lines, index) || isHeaderBlock(lines, index),
  )
  return at < 0 ? lines.length : at
}

const isDivider = (line: string): boolean => dividers.some((divider) => divider.test(line.trim()))

const dividers = [
  /^-{2,}\s*(original message|forwarded message|reply above this line|ursprüngliche nachricht|message d’origine|message d'origine|mensaje original|الرسالة الأصلية)\s*-{2,}$/iu,
  /^_{20,}$/u,
  /^##-.*-##$/u,
]

/** "On Tue, 3 June 2026 at 10:00, Omar <o@example.com> wrote:", on one line or broken into up to three. */
function isIntroduction(lines: readonly string[], index: number): boolean {
  if (!beginnings.test(bare(lines[index]!))) return false
  for (let length = 1; length <= 3; length++) {
    const said = bare(lines.slice(index, index + length).join(' ')).slice(0, 500)
    if (endings.test(said)) return true
  }
  return false
}

const bare = (line: string): string => line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()

const beginnings = /^(on|le|am|el|em|il|op|den|في|بتاريخ|在|于|\d{4}年)[\s\d,،]/iu
const endings =
  /(wrote|a écrit|schrieb[^:]*|escribió|escreveu|ha scritto|schreef|skrev|كتب(ت)?[^:]*|写道|寫道|のメール)\s*[:：]$/iu

/** Outlook's: From, then within the next lines Sent and To or Subject, with nothing between. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!/^\*?(from|de|von|من|发件人|差出人)\*?\s*[:：]\s*\S/iu.test(bare(lines[index]!))) return false
  const next = lines.slice(index + 1, index + 6).map(bare)
  const has = (names: RegExp) => next.some((line) => names.test(line))
  return (
    has(
      /^\*?(sent|date|envoyé|gesendet|datum|enviado|fecha|تاريخ الإرسال|التاريخ|发送时间|日期|送信日時)\*?\s*[:：]/iu,
    ) && has(/^\*?(to|subject|à|objet|an|betreff|para|asunto|إلى|الموضوع|收件人|主题|宛先|件名)\*?\s*[:：]/iu)
  )
}

/** "-- " alone on its line is the old agreement (RFC 3676); phones add a line of their own. */
function signatureStart(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, index) => index > 0 && (line === '-- ' || line === '--' || isPhoneLine(lines, index)),
  )
  return at < 0 ? lines.length : at
}

/** Only as the last thing said: in the middle of a text it is a text. */
function isPhoneLine(lines: readonly string[], index: number): boolean {
  if (!phoneLines.test(bare(lines[index]!))) return false
  const rest = lines.slice(index + 1).filter((line) => line.trim() !== '')
  return rest.length === 0 || quoteStart(rest) === 0 || rest.every((line) => line.startsWith('>'))
}

const phoneLines =
  /^(sent from my|get outlook for|envoyé de mon|von meinem .* gesendet|gesendet mit|enviado desde mi|أُ?رسلت? من|从我的.*发送|iPhoneから送信)/iu

function withoutTrailingQuotes(lines: readonly string[]): string[] {
  const kept = [...lines]
  while (kept.length > 0 && (kept.at(-1)!.trim() === '' || kept.at(-1)!.startsWith('>'))) kept.pop()
  return kept
}
