import { cell, colours, escapeHtml, font, table } from '../../channels/email/html.ts'
import { logoImage, type LetterLogo } from '../../channels/email/letter-logo.ts'
import type { Rendered } from '../../channels/email/mail.ts'
import type { Translate } from '../../words/key.ts'
import type { Paper } from './pdf/paper.ts'

export type ReportLetter = {
  paper: Paper
  t: Translate
  /** Where the report is read. */
  page: string
  /** By which the picture is named in the HTML; null: there is nothing to draw. */
  picture: string | null
  /** The organisation's, which goes along too; null: it has none. */
  logo: LetterLogo | null
  askedFor: boolean
}

/** The report in a mail: its sentences, the picture of its days and its figures; the whole of it goes along as PDF. */
export function reportLetter(letter: ReportLetter): Rendered {
  const { paper, t } = letter
  const subject = t.plain('report:mail.subject', { month: paper.month })
  return { subject, text: textOf(letter), html: htmlOf(letter, subject), language: paper.language }
}

function textOf({ paper, t, page, askedFor }: ReportLetter): string {
  const figures = paper.comparison?.rows.map(({ name, value, change }) => `${name}: ${value} (${change})`) ?? []
  const parts = paper.comparison
    ? []
    : paper.tables.map(({ title, head, rows }) => [title, ...rows.map(lineOf(head))].join('\n'))
  const paragraphs = [
    `${paper.title}: ${paper.month}`,
    ...paper.sentences,
    [paper.comparison?.title, ...figures].filter(Boolean).join('\n'),
    ...parts,
    t(attachedOf(paper)),
    `${t('report:mail.read')}:\n${page}`,
    '--',
    askedFor ? t('report:mail.askedFor') : t('report:mail.why', { organisation: paper.organisation }),
  ]
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
}

/** What the PDF really holds: who sees their own figures alone has no charts, and some months no comments. */
function attachedOf({ daily, trend, comments }: Paper) {
  const said = comments.items.length > 0
  if (daily || trend) return said ? 'report:mail.attached.chartsAndComments' : 'report:mail.attached.charts'
  return said ? 'report:mail.attached.figuresAndComments' : 'report:mail.attached.figures'
}

const lineOf =
  (head: readonly string[]) =>
  ([name, ...values]: readonly string[]): string =>
    `${name}: ${values.map((value, index) => `${head[index + 1]} ${inOneLine(value)}`).join(' · ')}`

/** As on paper: the change below its value, its arrow and its amount in one line. */
const inTwoLines = (text: string): string => {
  const [value = '', change] = text.split('\n').map(escapeHtml)
  return change === undefined
    ? value
    : `${value}<br><span style="color:${colours.quiet};white-space:nowrap">${change}</span>`
}

const inOneLine = (value: string): string => value.replace(/\n(.*)/, ' ($1)')

function htmlOf(letter: ReportLetter, subject: string): string {
  const { paper, t, askedFor } = letter
  const { dir, language, organisation } = paper
  const foot = askedFor ? t('report:mail.askedFor') : t('report:mail.why', { organisation })
  const content = table(
    [
      `<tr><td style="background:${colours.card};border:1px solid ${colours.line};border-radius:14px;padding:32px">${card(letter)}</td></tr>`,
      cell(dir, `${font(13, 1.6, colours.quiet)};padding:14px 4px 0`, escapeHtml(foot)),
    ].join('\n'),
    ' style="max-width:640px"',
  )
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>
<body dir="${dir}" style="margin:0;padding:0;background:${colours.page}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(paper.sentences[0] ?? paper.title)}</div>
${table(`<tr><td align="center" style="padding:32px 16px">${content}</td></tr>`, ` dir="${dir}" lang="${language}" style="background:${colours.page}"`)}
</body></html>
`
}

function card({ paper, t, page, picture, logo }: ReportLetter): string {
  const { dir, daily, accent } = paper
  const button = `${font(16, 1.3, '#ffffff', 600)};display:inline-block;padding:13px 22px;border-radius:10px;background:${accent ?? colours.brand};text-decoration:none`
  const rows = [
    cell(
      dir,
      font(13, 1.4, colours.quiet),
      `${logo ? `${logoImage(logo)}&nbsp; ` : ''}<bdi>${escapeHtml(paper.organisation)}</bdi> · ${escapeHtml(paper.title)}`,
    ),
    cell(dir, `${font(24, 1.35, colours.ink, 600)};padding:4px 0 6px`, escapeHtml(paper.month)),
    ...paper.sentences.map((each) => cell(dir, `${font(16, 1.6, colours.ink)};padding-top:8px`, escapeHtml(each))),
    picture && daily
      ? cell(
          dir,
          'padding-top:22px',
          `<img src="cid:${picture}" width="560" alt="${escapeHtml(daily.alt)}" style="display:block;width:100%;max-width:560px;height:auto;border:0">`,
        )
      : '',
    `<tr><td style="padding-top:18px">${paper.comparison ? compared(paper) : partsOf(paper)}</td></tr>`,
    cell(
      dir,
      'padding-top:22px',
      `<a href="${escapeHtml(page)}" style="${button}">${escapeHtml(t('report:mail.read'))}</a>`,
    ),
    cell(dir, `${font(13, 1.6, colours.quiet)};padding-top:14px`, escapeHtml(t(attachedOf(paper)))),
  ]
  return table(rows.filter((row) => row !== '').join('\n'))
}

const tones = { good: '#226439', bad: '#a3221d', plain: colours.quiet }

function compared({ dir, comparison }: Paper): string {
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const line = `border-bottom:1px solid ${colours.line};padding:8px 0`
  const rows = comparison!.rows.map(
    ({ name, value, change, tone }) =>
      `<tr><td align="${start}" style="${font(14, 1.4, colours.ink)};${line}">${escapeHtml(name)}</td><td align="${end}" style="${font(14, 1.4, colours.ink, 600)};${line}">${escapeHtml(value)}</td><td align="${end}" width="90" style="${font(13, 1.4, tones[tone])};${line}">${escapeHtml(change)}</td></tr>`,
  )
  return tableOfData(comparison!.title, rows.join(''), dir)
}

/** Who sees their own groups alone is sent the lines of those. */
function partsOf({ dir, tables }: Paper): string {
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const cellOf = (tag: 'td' | 'th', first: boolean, text: string) =>
    `<${tag} align="${first ? start : end}" style="${font(13, 1.4, tag === 'th' ? colours.quiet : colours.ink)};border-bottom:1px solid ${colours.line};padding:8px 4px">${inTwoLines(text)}</${tag}>`
  return tables
    .map(({ title, head, rows }) => {
      const lines = [head, ...rows].map(
        (values, line) =>
          `<tr>${values.map((value, index) => cellOf(line === 0 ? 'th' : 'td', index === 0, value)).join('')}</tr>`,
      )
      return tableOfData(title, lines.join(''), dir)
    })
    .join('<br>')
}

/** Figures are a table in earnest, so it is said to be one. */
const tableOfData = (caption: string, rows: string, dir: 'ltr' | 'rtl'): string =>
  `<table width="100%" cellpadding="0" cellspacing="0" border="0" dir="${dir}"><caption style="${font(13, 1.4, colours.quiet)};text-align:${dir === 'rtl' ? 'right' : 'left'};padding-bottom:4px">${escapeHtml(caption)}</caption>${rows}</table>`
