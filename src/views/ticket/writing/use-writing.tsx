// What is being written lies on the server: it survives a reload, and is there on another device. What the server does not know
// yet is kept by unsent.ts; a moment after the last key it does.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Draft, Writing, WritingKind } from '../../../conversation/writing/writing.ts'
import { api } from '../../../web/api.ts'
import { useSession } from '../../session.tsx'
import { writingQuery } from '../ticket-questions.tsx'
import { noteTold } from './not-older.ts'
import { unsavedAt } from './unsaved.ts'
import type { Own, Written } from './unsaved.ts'
import { empty, openUnsent } from './unsent.ts'
import type { Change, NotSaved, Saved } from './unsent.ts'

/** Until it is tried again to tell a server that did not answer. */
const again = 4000

export const useWriting = (number: number) => {
  const client = useQueryClient()
  const { data, isPending } = useQuery(writingQuery(number))
  const learn = useLearning(number)
  const { own, failed, unsent } = useUnsent(number, learn)

  useEffect(() => {
    if (data) unsent.takeIn(data)
  }, [data, unsent])

  const standing = (of: WritingKind): Written => own[of] ?? draftOf(data, of) ?? empty
  const told = () => client.getQueryData<Writing>(['writing', number])

  const writerOf = (kind: WritingKind) => {
    const now = standing(kind)
    const draft = draftOf(data, kind)
    return {
      ...now,
      write: (changed: Change) => unsent.write(kind, changed, draftOf(told(), kind)),
      isPending,
      held: data?.held ?? [],
      /** Why it came back instead of going out. */
      problem: own[kind] ? null : (draft?.problem ?? null),
      isKept: own[kind] === undefined && now !== empty,
      failed: failed !== undefined,
      isGoing: own[kind] === empty,
      /** Out of the box, to be sent: what is written from now on is new. Resolves when no draft of it is on its way. */
      take: () => unsent.take(kind, now, draft),
      knows: () => unsent.knows(kind),
      /** It was sent; the server has forgotten the draft, and so does this. */
      sent: (writing?: Writing) => {
        const known = writing ?? withoutDraft(told(), kind)
        // before the box is told: it would show the draft once more
        if (known) learn(known)
        unsent.sent(kind)
      },
      /** It did not go out: it stands there again, before what was written since. */
      giveBack: () => unsent.giveBack(kind, draftOf(told(), kind)),
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

/** What the server answered is what stands written now. */
const useLearning = (number: number) => {
  const client = useQueryClient()
  return useCallback(
    (writing: Writing) => {
      const before = client.getQueryData<Writing>(['writing', number])
      noteTold(number)
      client.setQueryData(['writing', number], writing)
      // the bell shows what came back until it is touched
      if (hasCameBack(before) || hasCameBack(writing)) void client.invalidateQueries({ queryKey: ['notices'] })
    },
    [client, number],
  )
}

/** Of this ticket as long as it is shown: what is sent may be answered after one has gone on, when React keeps nothing more. */
const useUnsent = (number: number, learn: (writing: Writing) => void) => {
  const { me } = useSession()
  const [place] = useState({ whose: me.id, number })
  const [found] = useState(() => unsavedAt(place))
  const [own, setOwn] = useState<Own>(found)
  const [failed, setFailed] = useState<NotSaved>()
  const [unsent] = useState(() =>
    openUnsent({ place, found, put: putTo(number), learn, onOwn: setOwn, onFailed: setFailed }),
  )

  useEffect(() => {
    // what could not be told when one left
    if (unsent.isWaiting()) unsent.saveNext()
    const leave = () => void unsent.save(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [unsent])

  useEffect(() => {
    if (failed !== 'unheard') return
    const trying = setInterval(unsent.saveNext, again)
    return () => clearInterval(trying)
  }, [failed, unsent])

  return { own, failed, unsent }
}

const hasCameBack = (writing: Writing | undefined): boolean =>
  writing?.drafts.some(({ problem }) => problem !== null) ?? false

const draftOf = (writing: Writing | undefined, kind: WritingKind): Draft | undefined =>
  writing?.drafts.find((each) => each.kind === kind)

const withoutDraft = (writing: Writing | undefined, kind: WritingKind): Writing | undefined =>
  writing && { ...writing, drafts: writing.drafts.filter((each) => each.kind !== kind) }

const putTo =
  (number: number) =>
  (kind: WritingKind, { text, files, knows }: Saved, keepalive: boolean): Promise<Writing> =>
    api.put(
      `/api/v1/tickets/${number}/drafts/${kind}`,
      { text, files: files.map(({ id }) => id), knows },
      { keepalive },
    )
