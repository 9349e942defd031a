// What is being written lies on the server: it survives a reload, and is there on another device. Here stands what the server
// does not know yet; a moment after the last key it does.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Writing, WritingKind } from '../../../conversation/writing/writing.ts'
import { Problem, api } from '../../../web/api.ts'
import { useSession } from '../../session.tsx'
import { writingQuery } from '../ticket-questions.tsx'
import { forgetUnsaved, keepUnsaved, unsavedAt } from './unsaved.ts'
import type { Own, Written } from './unsaved.ts'
import { withCameBack } from './with-came-back.ts'

const empty: Written = { text: '', files: [] }
const patience = 700
/** Until it is tried again to tell a server that did not answer; what it refused would be refused again. */
const again = 4000
const isUnheard = (error: unknown): boolean => !(error instanceof Problem) || error.status === 0 || error.status >= 500

export const useWriting = (number: number, kind: WritingKind) => {
  const client = useQueryClient()
  const { data, isPending } = useQuery(writingQuery(number))
  const { me } = useSession()
  const place = useMemo(() => ({ whose: me.id, number }), [me.id, number])
  const [own, setOwn] = useState<Own>(() => unsavedAt(place))
  const [failed, setFailed] = useState<'refused' | 'unheard'>()
  const unsaved = useRef(new Map(Object.entries(own) as [WritingKind, Written][]))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<unknown>>(Promise.resolve())

  const learn = useCallback(
    (writing: Writing) => {
      const before = client.getQueryData<Writing>(['writing', number])
      client.setQueryData(['writing', number], writing)
      // the bell shows what came back until it is touched
      if (hasCameBack(before) || hasCameBack(writing)) void client.invalidateQueries({ queryKey: ['notices'] })
    },
    [client, number],
  )

  const save = useCallback(
    async (keepalive = false) => {
      clearTimeout(timer.current)
      const waiting = [...unsaved.current]
      unsaved.current.clear()
      for (const [each, written] of waiting) {
        keepUnsaved(place, each, written)
        try {
          learn(await put(number, each, written, keepalive))
          if (!unsaved.current.has(each)) forgetUnsaved(place, each)
          setFailed(undefined)
          // what was typed meanwhile is newer than what came back
          setOwn((now) => (now[each] === written ? without(now, each) : now))
        } catch (error) {
          if (!unsaved.current.has(each)) unsaved.current.set(each, written)
          setFailed(isUnheard(error) ? 'unheard' : 'refused')
        }
      }
    },
    [learn, number, place],
  )

  useEffect(() => {
    // what could not be told when one left
    if (unsaved.current.size > 0) void save()
    const leave = () => void save(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [save])

  useEffect(() => {
    if (failed !== 'unheard') return
    const trying = setInterval(() => void save(), again)
    return () => clearInterval(trying)
  }, [failed, save])

  const write = useCallback(
    (changed: Partial<Written> | ((before: Written) => Partial<Written>), of: WritingKind = kind) =>
      setOwn((now) => {
        const before = now[of] ?? draftIn(client.getQueryData(['writing', number]), of)
        const next = { ...before, ...(typeof changed === 'function' ? changed(before) : changed) }
        unsaved.current.set(of, next)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => {
          running.current = running.current.then(() => save())
        }, patience)
        return { ...now, [of]: next }
      }),
    [client, kind, number, save],
  )

  const knew = useRef<Writing>(undefined)
  const takeIn = useEffectEvent((before: Writing, after: Writing) => {
    for (const came of after.drafts) {
      const old = before.drafts.find((each) => each.kind === came.kind)
      if (own[came.kind] && came.problem !== null && came.at !== old?.at)
        write((mine) => withCameBack(mine, old, came), came.kind)
    }
  })
  useEffect(() => {
    if (data && knew.current) takeIn(knew.current, data)
    knew.current = data
  }, [data])

  const now = own[kind] ?? draftIn(data, kind)
  const draft = data?.drafts.find((each) => each.kind === kind)
  return {
    ...now,
    write,
    isPending,
    held: data?.held ?? [],
    /** Why it came back instead of going out. */
    problem: own[kind] ? null : (draft?.problem ?? null),
    isKept: own[kind] === undefined && now !== empty,
    failed: failed !== undefined,
    /** Nothing of it is on its way any more: what is sent next is the last word. */
    settle: async () => {
      clearTimeout(timer.current)
      unsaved.current.delete(kind)
      await running.current
    },
    /** It was sent; the server has forgotten the draft, and so does this. */
    sent: (writing?: Writing) => {
      forgetUnsaved(place, kind)
      setFailed(undefined)
      if (writing) learn(writing)
      else {
        const known = client.getQueryData<Writing>(['writing', number])
        if (known) learn({ ...known, drafts: known.drafts.filter((each) => each.kind !== kind) })
      }
      setOwn((before) => without(before, kind))
    },
    learn,
  }
}

export type Writer = ReturnType<typeof useWriting>

const hasCameBack = (writing: Writing | undefined): boolean =>
  writing?.drafts.some(({ problem }) => problem !== null) ?? false

const draftIn = (writing: Writing | undefined, kind: WritingKind): Written =>
  writing?.drafts.find((each) => each.kind === kind) ?? empty

const without = (own: Own, kind: WritingKind): Own => {
  const { [kind]: _gone, ...rest } = own
  return rest
}

const put = (number: number, kind: WritingKind, { text, files }: Written, keepalive: boolean): Promise<Writing> =>
  api.put(`/api/v1/tickets/${number}/drafts/${kind}`, { text, files: files.map(({ id }) => id) }, { keepalive })
