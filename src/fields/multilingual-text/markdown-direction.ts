import type { Block, Inline } from './markdown-tree.ts'
import { dirWithin } from '../../words/direction.ts'
import type { Dir } from '../../words/languages.ts'

/** Which way a paragraph runs; undefined: as the text around it. */
export const dirOfInlines = (of: readonly Inline[], around: Dir | 'auto'): Dir | 'auto' | undefined =>
  around === 'auto' ? 'auto' : dirWithin(saidIn(of), around)

/** Of a block as a whole: a list keeps its signs on one side. `auto` would not look into its items, each has its own. */
export const dirOfBlock = (block: Block, around: Dir | 'auto'): Dir | undefined =>
  dirWithin(saidInBlock(block), around === 'auto' ? 'ltr' : around)

function saidInBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return saidIn(block.of)
    case 'quote':
      return block.of.map(saidInBlock).join('\n')
    case 'list':
      return block.items.flat().map(saidInBlock).join('\n')
    default:
      return ''
  }
}

const saidIn = (of: readonly Inline[]): string => of.map(saidInOne).join('')

/** Words of the sentence alone: code and addresses are Latin in every language, names are whoever's they are. */
function saidInOne(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'break':
      return '\n'
    case 'code':
    case 'mention':
      return ' '
    case 'link':
      return inline.href.endsWith(saidIn(inline.of)) ? ' ' : saidIn(inline.of)
    default:
      return saidIn(inline.of)
  }
}
