import type { Draft } from '../../../conversation/writing/writing.ts'
import { joinedTexts } from '../../../entities/ticket/joined-texts.ts'
import type { Written } from './unsaved.ts'

/** What came back while one writes on, or was taken back, stands before that, instead of being written over. */
export const withCameBack = (now: Written, came: Draft, unknown: Draft['back']): Written => {
  const others = came.files.filter(({ id }) => now.files.every((file) => file.id !== id))
  return { text: joinedTexts([...unknown, now].map(({ text }) => text)), files: [...others, ...now.files] }
}
