// What the server could not be told yet lies in the tab's own storage: "what you wrote is kept" is true also of who leaves the
// page, or loads it anew, while nobody answers.
import { joinedTexts } from '../../../entities/ticket/joined-texts.ts'
import type { WritingKind, WrittenFile } from '../../../conversation/writing/writing.ts'
import { keptInTab } from '../../../web/kept.ts'

export type Written = { readonly text: string; readonly files: readonly WrittenFile[] }
export type Unsaved = Written & { readonly knows?: readonly string[] }
export type Own = Readonly<Partial<Record<WritingKind, Written>>>

/** On one device several people may sign in, one after the other. */
export type Place = { readonly whose: string; readonly number: number }

export const unsavedAt = (place: Place): Readonly<Partial<Record<WritingKind, Unsaved>>> =>
  Object.fromEntries(
    kinds.flatMap((kind) => {
      const written = keptInTab.readJson(nameOf(place, kind)) as Unsaved | undefined
      return written ? [[kind, written] as const] : []
    }),
  )

export const keepUnsaved = (place: Place, kind: WritingKind, written: Unsaved): void =>
  keptInTab.write(nameOf(place, kind), JSON.stringify(written))

export const forgetUnsaved = (place: Place, kind: WritingKind): void => keptInTab.forget(nameOf(place, kind))

/** As the server joins what is taken back with what was begun since. */
export const joined = (first: Written | undefined, then: Written): Written => {
  if (!first) return then
  const others = then.files.filter(({ id }) => first.files.every((file) => file.id !== id))
  return { text: joinedTexts([first.text, then.text]), files: [...first.files, ...others] }
}

export const kinds: readonly WritingKind[] = ['reply', 'note', 'propose-solution']

const nameOf = ({ whose, number }: Place, kind: WritingKind): string => `sanad.unsaved.${whose}.${number}.${kind}`
