import { plainMarkdown } from '../../fields/multilingual-text/markdown.ts'
import { textOf, type Paragraph } from '../../words/template.ts'
import { loneVariable, starsVariable, type Letter } from './letter.ts'

/** The mail as plain text, complete by itself: every button is a line with its address. */
export function letterText(letter: Letter): string {
  const { headline, headlineInText } = letter
  const paragraphs = [
    headlineInText && headline ? textOf(headline.pieces, letter.dir) : '',
    letter.greeting ?? '',
    ...letter.body.map((paragraph) => paragraphText(letter, paragraph)),
    // with its space, mail programs know what follows for a signature and leave it out of answers (RFC 3676, 4.3)
    '-- ',
    ...letter.foot.map((paragraph) => paragraphText(letter, paragraph)),
  ]
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
}

function paragraphText(letter: Letter, paragraph: Paragraph): string {
  const lone = loneVariable(paragraph)
  if (lone === starsVariable)
    return letter.stars.map(({ score, word, href }) => `${score} ★ ${word}\n${href}`).join('\n')
  // a text of its own stands bare: isolated, its paragraphs would lose their own direction
  const said = lone ? written(letter, lone) : textOf(paragraph.pieces, letter.dir)
  const buttons = paragraph.buttons.flatMap(({ label, action }) => {
    const href = letter.hrefs[action]
    return href ? [`${label}:\n${href}`] : []
  })
  return [said.trim(), ...buttons].filter((text) => text !== '').join('\n')
}

/** People's own text, as it reads without any form; a title has none. */
function written(letter: Letter, variable: string): string {
  const { text } = letter.values[variable] ?? { text: '' }
  return variable === 'title' ? text : plainMarkdown(text)
}
