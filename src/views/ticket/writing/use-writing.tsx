// What is being written lies on the server: it survives a reload, and is there on another device. Here stands what the server
// does not know yet; a moment after the last key it does.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Draft, Writing, WritingKind } from '../../../conversation/writing/writing.ts'
import { Problem, api } from '../../../web/api.ts'
import { useSession } from '../../session.tsx'
import { writingQuery } from '../ticket-questions.tsx'
import { noteTold } from './not-older.ts'
import { forgetUnsaved, joined, keepUnsaved, kinds, unsavedAt } from './unsaved.ts'
import type { Own, Written } from './unsaved.ts'
import { withCameBack } from './with-came-back.ts'

type Change = Partial<Written> | ((before: Written) => Partial<Written>)

const empty: Written = { text: '', files: [] }
const patience = 700
/** Until it is tried again to tell a server that did not answer; what it refused would be refused again. */
const again = 4000
const isUnheard = (error: unknown): boolean => !(error instanceof Problem) || error.status === 0 || error.status >= 500

export const useWriting = (number: number) => {
  const client = useQueryClient()
  const { data, isPending } = useQuery(writingQuery(number))
  const { me } = useSession()
  const place = useMemo(() => ({ whose: me.id, number }), [me.id, number])
  const [found] = useState(() => unsavedAt(place))
  const [own, setOwn] = useState<Own>(found)
  // what is sent may be answered after one has gone on, when React keeps nothing more
  const latest = useRef(own)
  const [failed, setFailed] = useState<'refused' | 'unheard'>()
  const unsaved = useRef(new Map(Object.entries(own) as [WritingKind, Written][]))
  /** By kind, what came back into its draft and stands in the box, or did when it was emptied to be sent. */
  const known = useRef(new Map(kinds.map((kind) => [kind, found[kind]?.knows ?? []])))
  /** Taken out of the box to be sent, until it is known whether it went. */
  const going = useRef(new Map<WritingKind, Written>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<unknown>>(Promise.resolve())

  const learn = useCallback(
    (writing: Writing) => {
      const before = client.getQueryData<Writing>(['writing', number])
      noteTold(number)
      client.setQueryData(['writing', number], writing)
      // the bell shows what came back until it is touched
      if (hasCameBack(before) || hasCameBack(writing)) void client.invalidateQueries({ queryKey: ['notices'] })
    },
    [client, number],
  )
  const knownOf = useCallback((kind: WritingKind) => known.current.get(kind) ?? [], [])
  const become = useCallback((next: Own) => {
    latest.current = next
    setOwn(next)
  }, [])

  const save = useCallback(
    async (keepalive = false) => {
      clearTimeout(timer.current)
      const waiting = [...unsaved.current]
      for (const [each, written] of waiting)
        keepUnsaved(place, each, { ...joined(going.current.get(each), written), knows: knownOf(each) })
      for (const [each, written] of waiting) {
        // of what is sent the server forgets the draft: one that is told before goes with it
        if (going.current.has(each) || unsaved.current.get(each) !== written) continue
        unsaved.current.delete(each)
        try {
          learn(await put(number, each, { ...written, knows: knownOf(each) }, keepalive))
          if (!unsaved.current.has(each)) forgetUnsaved(place, each)
          setFailed(undefined)
          // what was typed meanwhile is newer than what came back
          if (latest.current[each] === written) become(without(latest.current, each))
        } catch (error) {
          if (!unsaved.current.has(each) && !going.current.has(each)) unsaved.current.set(each, written)
          setFailed(isUnheard(error) ? 'unheard' : 'refused')
        }
      }
    },
    [become, knownOf, learn, number, place],
  )
  const saveNext = useCallback(() => {
    running.current = running.current.then(() => save())
  }, [save])

  useEffect(() => {
    // what could not be told when one left
    if (unsaved.current.size > 0) saveNext()
    const leave = () => void save(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [save, saveNext])

  useEffect(() => {
    if (failed !== 'unheard') return
    const trying = setInterval(saveNext, again)
    return () => clearInterval(trying)
  }, [failed, saveNext])

  const write = useCallback(
    (of: WritingKind, changed: Change) => {
      const draft = draftOf(client.getQueryData(['writing', number]), of)
      // what is written on began with what lay there, and with all that had come back into it
      if (!latest.current[of]) known.current.set(of, idsOf(draft))
      const before = latest.current[of] ?? draft ?? empty
      const next = { ...before, ...(typeof changed === 'function' ? changed(before) : changed) }
      unsaved.current.set(of, next)
      clearTimeout(timer.current)
      timer.current = setTimeout(saveNext, patience)
      become({ ...latest.current, [of]: next })
    },
    [become, client, number, saveNext],
  )

  const takeIn = useEffectEvent((after: Writing) => {
    for (const came of after.drafts) {
      const before = knownOf(came.kind)
      const unknown = came.back.filter(({ id }) => !before.includes(id))
      if (!latest.current[came.kind] || unknown.length === 0) continue
      known.current.set(came.kind, idsOf(came))
      write(came.kind, (mine) => withCameBack(mine, came, unknown))
    }
  })
  useEffect(() => {
    if (data) takeIn(data)
  }, [data])

  const standing = (of: WritingKind): Written => own[of] ?? draftIn(data, of)

  const writerOf = (kind: WritingKind) => {
    const now = standing(kind)
    const draft = draftOf(data, kind)
    return {
      ...now,
      write: (changed: Change) => write(kind, changed),
      isPending,
      held: data?.held ?? [],
      /** Why it came back instead of going out. */
      problem: own[kind] ? null : (draft?.problem ?? null),
      isKept: own[kind] === undefined && now !== empty,
      failed: failed !== undefined,
      isGoing: own[kind] === empty,
      /** Out of the box, to be sent: what is written from now on is new. Resolves when no draft of it is on its way. */
      take: async () => {
        if (!own[kind]) known.current.set(kind, idsOf(draft))
        going.current.set(kind, now)
        unsaved.current.delete(kind)
        become({ ...latest.current, [kind]: empty })
        await running.current
      },
      knows: () => knownOf(kind),
      /** It was sent; the server has forgotten the draft, and so does this. */
      sent: (writing?: Writing) => {
        going.current.delete(kind)
        forgetUnsaved(place, kind)
        setFailed(undefined)
        if (writing) learn(writing)
        else {
          const known = client.getQueryData<Writing>(['writing', number])
          if (known) learn({ ...known, drafts: known.drafts.filter((each) => each.kind !== kind) })
        }
        if (latest.current[kind] === empty) become(without(latest.current, kind))
        saveNext()
      },
      /** It did not go out: it stands there again, before what was written since. */
      giveBack: () => {
        const taken = going.current.get(kind)
        going.current.delete(kind)
        write(kind, (since) => joined(taken, since))
        saveNext()
      },
      learn,
    }
  }
  return {
    writerOf,
    /** Or under way, and perhaps to come back. */
    isBegun: (kind: WritingKind): boolean =>
      own[kind] === empty || standing(kind).text !== '' || standing(kind).files.length > 0,
  }
}

export type Writings = ReturnType<typeof useWriting>
export type Writer = ReturnType<Writings['writerOf']>

const hasCameBack = (writing: Writing | undefined): boolean =>
  writing?.drafts.some(({ problem }) => problem !== null) ?? false

const draftIn = (writing: Writing | undefined, kind: WritingKind): Written => draftOf(writing, kind) ?? empty

const draftOf = (writing: Writing | undefined, kind: WritingKind): Draft | undefined =>
  writing?.drafts.find((each) => each.kind === kind)

const idsOf = (draft: Draft | undefined): string[] => draft?.back.map(({ id }) => id) ?? []

const without = (own: Own, kind: WritingKind): Own => {
  const { [kind]: _gone, ...rest } = own
  return rest
}

type Saved = Written & { readonly knows: readonly string[] }
const put = (number: number, kind: WritingKind, { text, files, knows }: Saved, keepalive: boolean): Promise<Writing> =>
  api.put(`/api/v1/tickets/${number}/drafts/${kind}`, { text, files: files.map(({ id }) => id), knows }, { keepalive })
