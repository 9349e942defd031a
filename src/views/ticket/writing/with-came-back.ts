import type { Draft } from '../../../conversation/writing/writing.ts'
import type { Written } from './unsaved.ts'

/**
 * What came back while one writes on stands before that, instead of being written over. The server put it before what it knew
 * of the writing by then; what is written now is newer than that.
 */
export const withCameBack = (now: Written, knew: Draft | undefined, came: Draft): Written => {
  const known = knew?.text.trim() ?? ''
  const back = known !== '' && came.text.endsWith(known) ? came.text.slice(0, -known.length).trimEnd() : came.text
  const others = came.files.filter(({ id }) => now.files.every((file) => file.id !== id))
  return { text: [back, now.text].filter((text) => text.trim() !== '').join('\n\n'), files: [...others, ...now.files] }
}
