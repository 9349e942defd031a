// What the server could not be told yet lies in the tab's own storage: "what you wrote is kept" is true also of who leaves the
// page, or loads it anew, while nobody answers.
import { joinedTexts } from '../../../entities/ticket/joined-texts.ts'
import type { WritingKind, WrittenFile } from '../../../conversation/writing/writing.ts'

export type Written = { readonly text: string; readonly files: readonly WrittenFile[] }
type Unsaved = Written & { readonly knows?: readonly string[] }
export type Own = Readonly<Partial<Record<WritingKind, Written>>>

/** On one device several people may sign in, one after the other. */
export type Place = { readonly whose: string; readonly number: number }

export const unsavedAt = (place: Place): Readonly<Partial<Record<WritingKind, Unsaved>>> =>
  Object.fromEntries(
    kinds.flatMap((kind) => {
      const written = read(nameOf(place, kind))
      return written ? [[kind, written] as const] : []
    }),
  )

export const keepUnsaved = (place: Place, kind: WritingKind, written: Unsaved): void =>
  touch((storage) => storage.setItem(nameOf(place, kind), JSON.stringify(written)))

export const forgetUnsaved = (place: Place, kind: WritingKind): void =>
  touch((storage) => storage.removeItem(nameOf(place, kind)))

/** As the server joins what is taken back with what was begun since. */
export const joined = (first: Written | undefined, then: Written): Written => {
  if (!first) return then
  const others = then.files.filter(({ id }) => first.files.every((file) => file.id !== id))
  return { text: joinedTexts([first.text, then.text]), files: [...first.files, ...others] }
}

export const kinds: readonly WritingKind[] = ['reply', 'note', 'propose-solution']

const nameOf = ({ whose, number }: Place, kind: WritingKind): string => `sanad.unsaved.${whose}.${number}.${kind}`

const read = (name: string): Unsaved | undefined => {
  try {
    const kept = sessionStorage.getItem(name)
    return kept === null ? undefined : (JSON.parse(kept) as Unsaved)
  } catch {
    return undefined
  }
}

/** Where the browser keeps nothing, the text lives as long as the page. */
const touch = (act: (storage: Storage) => void): void => {
  try {
    act(sessionStorage)
  } catch {
    return
  }
}
