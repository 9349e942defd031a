import type { Button, Paragraph, Piece } from '../../words/template.ts'
import { cell, colours, escapeHtml, font, sideOf, table } from './html.ts'
import { markdownHtml } from './markdown-html.ts'
import { loneVariable, starsVariable, type Letter, type LetterValue, type Star } from './letter.ts'
import { logoImage, type LetterLogo } from './letter-logo.ts'

/** The mail as HTML: tables and inline styles, no style sheet, no picture but the logo that goes along, nothing fetched. */
export function letterHtml(letter: Letter, logo: LetterLogo | null = null): string {
  const { dir, language, subject, preview, organisation } = letter
  const mark = logo
    ? logoImage(logo)
    : `<span style="display:inline-block;width:22px;height:22px;border-radius:7px;background:${brandOf(letter)};vertical-align:-5px">&nbsp;</span>`
  const brand = `${mark}&nbsp; <bdi>${escapeHtml(organisation)}</bdi>`
  const content = table(
    [
      cell(dir, `${font(15, 1.4, colours.ink, 600)};padding:0 4px 16px`, brand),
      `<tr><td style="background:${colours.card};border:1px solid ${colours.line};border-radius:14px;padding:32px">${card(letter)}</td></tr>`,
      ...letter.foot.map((each) =>
        cell(dir, `${font(13, 1.6, colours.quiet)};padding:14px 4px 0`, footOf(letter, each)),
      ),
    ].join('\n'),
    ' style="max-width:560px"',
  )
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>
<body dir="${dir}" style="margin:0;padding:0;background:${colours.page}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>
${table(`<tr><td align="center" style="padding:32px 16px">${content}</td></tr>`, ` dir="${dir}" lang="${language}" style="background:${colours.page}"`)}
</body></html>
`
}

function card(letter: Letter): string {
  const { dir, headline, greeting, path } = letter
  const rows = [
    headline ? cell(dir, font(22, 1.35, colours.ink, 600), piecesOf(letter, headline.pieces)) : '',
    path.length > 0 ? `<tr><td style="padding:22px 0 4px">${bars(letter)}</td></tr>` : '',
    greeting ? cell(dir, `${font(16, 1.6, colours.ink)};padding-top:20px`, escapeHtml(greeting)) : '',
    ...letter.body.map((paragraph) => paragraphRow(letter, paragraph)),
  ]
  return table(rows.filter((row) => row !== '').join('\n'))
}

function paragraphRow(letter: Letter, paragraph: Paragraph): string {
  const { dir } = letter
  const lone = loneVariable(paragraph)
  const said =
    lone === starsVariable
      ? starRow(dir, letter.stars)
      : lone
        ? block(letter.values[lone], lone === 'title')
        : piecesOf(letter, paragraph.pieces)
  const buttons = buttonRow(letter, paragraph.buttons)
  return [
    said.trim() === '' ? '' : cell(dir, `${font(16, 1.6, colours.ink)};padding-top:16px`, said),
    buttons === '' ? '' : `<tr><td style="padding-top:18px">${buttons}</td></tr>`,
  ].join('')
}

/** What people wrote, whole: its own language and direction, its own paragraphs. */
function block(value: LetterValue | undefined, isTitle: boolean): string {
  if (!value) return ''
  const framed = isTitle ? 'font-weight:600' : `border-top:1px solid ${colours.line};padding-top:16px`
  const style = framed + sideOf(value.dir)
  const written = isTitle ? `<p style="margin:0">${escapeHtml(value.text)}</p>` : markdownHtml(value.text, value.dir)
  return `<div${tongue(value)} style="${style}">${written}</div>`
}

const piecesOf = (letter: Letter, pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if ('text' in piece) return escapeHtml(piece.text)
      const value = letter.values[piece.variable] ?? { text: piece.value }
      // a ticket's number is not broken at its hyphen
      const whole = numbers.has(piece.variable) ? ' style="white-space:nowrap"' : ''
      return `<bdi${tongue(value)}${whole}>${escapeHtml(value.text).replaceAll('\n', '<br>')}</bdi>`
    })
    .join('')

const numbers = new Set(['number', 'original'])

const tongue = ({ language, dir }: LetterValue): string =>
  `${language && language !== 'und' ? ` lang="${escapeHtml(language)}"` : ''}${dir ? ` dir="${dir}"` : ''}`

/** Buttons side by side: the first leads, the second asks less. */
function buttonRow(letter: Letter, buttons: readonly Button[]): string {
  const shown = buttons.flatMap(({ label, action }) => {
    const href = letter.hrefs[action]
    // reopening is offered, not asked for
    return href ? [{ label, href, leads: action !== 'reopen' }] : []
  })
  if (shown.length === 0) return ''
  const cells = shown.map(({ label, href, leads }, index) => {
    const [frame, ink, pad] =
      index === 0 && leads
        ? [`background:${brandOf(letter)}`, '#ffffff', 14]
        : [`border:1px solid ${colours.edge}`, colours.ink, 13]
    const style = `${font(16, 1.3, ink, 600)};display:block;padding:${pad}px 18px;text-decoration:none`
    return `<td align="center" style="${frame};border-radius:10px"><a href="${escapeHtml(href)}" style="${style}">${escapeHtml(label)}</a></td>`
  })
  return table(`<tr>${cells.join('<td width="12" style="font-size:0">&nbsp;</td>')}</tr>`, ` dir="${letter.dir}"`)
}

const brandOf = ({ accent }: Pick<Letter, 'accent'>): string => accent ?? colours.brand

const barColours = (letter: Letter) => ({ done: colours.past, now: brandOf(letter), ahead: colours.line })

/** The path as four bars; where it stands is said by the bold label too, not by colour alone. */
function bars(letter: Letter): string {
  const { dir, path } = letter
  const barColour = barColours(letter)
  const cells = path.map(({ label, state }) => {
    const bar = `<tr><td style="height:4px;line-height:4px;font-size:0;background:${barColour[state]};border-radius:4px">&nbsp;</td></tr>`
    const ink = state === 'now' ? font(13, 1.4, colours.ink, 600) : font(13, 1.4, colours.quiet)
    const named = table(bar + cell(dir, `${ink};padding-top:8px`, escapeHtml(label)))
    return `<td width="${Math.floor(100 / path.length)}%" style="padding:0 2px;vertical-align:top">${named}</td>`
  })
  return table(`<tr>${cells.join('')}</tr>`, ` dir="${dir}"`)
}

function starRow(dir: 'ltr' | 'rtl', stars: readonly Star[]): string {
  const cells = stars.map(
    ({ score, word, href }) =>
      `<td align="center" width="20%" style="padding:0 2px;vertical-align:top"><a href="${escapeHtml(href)}" style="${font(15, 1.4, colours.link, 600)};display:block;border:1px solid ${colours.edge};border-radius:10px;padding:10px 2px;text-decoration:none">${escapeHtml(score)}&nbsp;★<br><span style="${font(12, 1.4, colours.quiet)}">${escapeHtml(word)}</span></a></td>`,
  )
  return table(`<tr>${cells.join('')}</tr>`, ` dir="${dir}"`)
}

function footOf(letter: Letter, { pieces, buttons }: Paragraph): string {
  const links = buttons.flatMap(({ label, action }) => {
    const href = letter.hrefs[action]
    const style = `color:${colours.link};text-decoration:underline`
    return href ? [`<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(label)}</a>`] : []
  })
  return [piecesOf(letter, pieces), ...links].join(' ')
}
