// What one writes on a ticket until the server has it. Nothing typed is lost: not what is typed while an earlier text is on its
// way, nor what the server could not be told, nor, while the page stands, what was in a box that was emptied to be sent.
import type { Draft, Writing, WritingKind } from '../../../conversation/writing/writing.ts'
import { Problem } from '../../../web/problem.ts'
import { forgetUnsaved, joined, keepUnsaved, kinds } from './unsaved.ts'
import type { Own, Place, Unsaved, Written } from './unsaved.ts'
import { withCameBack } from './with-came-back.ts'

export type Change = Partial<Written> | ((before: Written) => Partial<Written>)
export type Saved = Written & { readonly knows: readonly string[] }
/** `unheard`: nobody answered, and it is tried again; what was refused would be refused again. */
export type NotSaved = 'refused' | 'unheard'

type Around = {
  readonly place: Place
  /** What the tab kept of an earlier page. */
  readonly found: Readonly<Partial<Record<WritingKind, Unsaved>>>
  /** Tells the server; `keepalive`: as one leaves. */
  readonly put: (kind: WritingKind, saved: Saved, keepalive: boolean) => Promise<Writing>
  readonly learn: (writing: Writing) => void
  readonly onOwn: (own: Own) => void
  readonly onFailed: (failed: NotSaved | undefined) => void
}

/** Stands for a box that was emptied to be sent. */
export const empty: Written = { text: '', files: [] }
const patience = 700

export type Unsent = ReturnType<typeof openUnsent>

export function openUnsent({ place, found, put, learn, onOwn, onFailed }: Around) {
  let own: Own = found
  const unsaved = new Map(Object.entries(found) as [WritingKind, Written][])
  /** By kind, what came back into its draft and stands in the box, or did when it was emptied to be sent. */
  const known = new Map(kinds.map((kind) => [kind, found[kind]?.knows ?? []]))
  /** Taken out of the box to be sent, until it is known whether it went. */
  const going = new Map<WritingKind, Written>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<unknown> = Promise.resolve()

  const knows = (kind: WritingKind) => known.get(kind) ?? []
  const become = (next: Own) => {
    own = next
    onOwn(next)
  }

  async function save(keepalive = false): Promise<void> {
    clearTimeout(timer)
    const waiting = [...unsaved]
    for (const [kind, written] of waiting)
      keepUnsaved(place, kind, { ...joined(going.get(kind), written), knows: knows(kind) })
    for (const [kind, written] of waiting) {
      // of what is sent the server forgets the draft: one that is told before goes with it
      if (going.has(kind) || unsaved.get(kind) !== written) continue
      unsaved.delete(kind)
      try {
        learn(await put(kind, { ...written, knows: knows(kind) }, keepalive))
        if (!unsaved.has(kind)) forgetUnsaved(place, kind)
        onFailed(undefined)
        // what was typed meanwhile is newer than what came back
        if (own[kind] === written) become(without(own, kind))
      } catch (error) {
        if (!unsaved.has(kind) && !going.has(kind)) unsaved.set(kind, written)
        onFailed(isUnheard(error) ? 'unheard' : 'refused')
      }
    }
  }
  const saveNext = () => {
    running = running.then(() => save())
  }

  /** `draft` lies on the server: what is written on begins with it, and with all that had come back into it. */
  function write(kind: WritingKind, changed: Change, draft?: Draft): void {
    if (!own[kind]) known.set(kind, idsOf(draft))
    const before = own[kind] ?? draft ?? empty
    const next = { ...before, ...(typeof changed === 'function' ? changed(before) : changed) }
    unsaved.set(kind, next)
    clearTimeout(timer)
    timer = setTimeout(saveNext, patience)
    become({ ...own, [kind]: next })
  }

  return {
    isWaiting: () => unsaved.size > 0,
    knows,
    save,
    saveNext,
    write,
    /** What came back while one writes on stands before that. */
    takeIn: ({ drafts }: Writing): void => {
      for (const came of drafts) {
        const unknown = came.back.filter(({ id }) => !knows(came.kind).includes(id))
        if (!own[came.kind] || unknown.length === 0) continue
        known.set(came.kind, idsOf(came))
        write(came.kind, (mine) => withCameBack(mine, came, unknown))
      }
    },
    /** Out of the box, to be sent: what is written from now on is new. Resolves when no draft of it is on its way. */
    take: async (kind: WritingKind, now: Written, draft?: Draft): Promise<void> => {
      if (!own[kind]) known.set(kind, idsOf(draft))
      going.set(kind, now)
      unsaved.delete(kind)
      become({ ...own, [kind]: empty })
      await running
    },
    /** It was sent; the server has forgotten the draft, and so does this. */
    sent: (kind: WritingKind): void => {
      going.delete(kind)
      forgetUnsaved(place, kind)
      onFailed(undefined)
      if (own[kind] === empty) become(without(own, kind))
      saveNext()
    },
    /** It did not go out: it stands there again, before what was written since. */
    giveBack: (kind: WritingKind, draft?: Draft): void => {
      const taken = going.get(kind)
      going.delete(kind)
      write(kind, (since) => joined(taken, since), draft)
      saveNext()
    },
  }
}

const isUnheard = (error: unknown): boolean => !(error instanceof Problem) || error.status === 0 || error.status >= 500

const idsOf = (draft: Draft | undefined): string[] => draft?.back.map(({ id }) => id) ?? []

const without = (own: Own, kind: WritingKind): Own => {
  const { [kind]: _gone, ...rest } = own
  return rest
}
