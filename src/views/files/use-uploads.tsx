// Files that are on their way to the server for something that is being written. Those that arrived belong to the draft; this
// keeps the others: how far they are, and what went wrong with which.
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { WrittenFile } from '../../conversation/writing/writing.ts'
import { newKey } from '../../web/new-key.ts'
import { Problem } from '../../web/problem.ts'
import { sendFile } from '../../web/send-file.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceFor } from '../problem-words.tsx'
import { useSession } from '../session.tsx'

export type Upload = {
  readonly key: string
  readonly file: File
  readonly share: number
  readonly problem?: string | undefined
  /** It would be refused again: it can only be taken away. */
  readonly isRefused?: boolean
}
export type Uploads = {
  readonly under: readonly Upload[]
  readonly isBusy: boolean
  /** Names of those that are still to arrive, or to be tried again. */
  readonly missing: readonly string[]
  readonly add: (files: Iterable<File>) => void
  readonly cancel: (key: string) => void
  readonly retry: (key: string) => void
  /** The button that adds more: it takes the focus of a file that is taken away. */
  readonly chooser: RefObject<HTMLButtonElement | null>
}

/** What is refused for what it is; all else may go well the next time. */
const refusals = [400, 403, 413, 415, 422]

export const useUploads = (onArrived: (file: WrittenFile) => void): Uploads => {
  const { t, format } = useWords()
  const { settings } = useSession()
  const most = (settings.fileMegabytes ?? 25) * 1024 * 1024
  const [under, setUnder] = useState<readonly Upload[]>([])
  const chooser = useRef<HTMLButtonElement>(null)
  const stops = useRef(new Map<string, () => void>())
  const arrived = useRef(onArrived)
  useEffect(() => {
    arrived.current = onArrived
  })
  useEffect(() => () => stops.current.forEach((stop) => stop()), [])

  // as everything else that is sent, so that an ended session leads to sign-in
  const sending = useMutation({ mutationFn: (answer: Promise<WrittenFile>) => answer })

  const change = useCallback(
    (key: string, changed: Partial<Upload>) =>
      setUnder((all) => all.map((each) => (each.key === key ? { ...each, ...changed } : each))),
    [],
  )
  const drop = useCallback((key: string) => setUnder((all) => all.filter((each) => each.key !== key)), [])

  const start = (key: string, file: File) => {
    if (file.size > most)
      return change(key, { problem: t('written:file.tooLarge', { max: format.fileSize(most) }), isRefused: true })
    const { answer, cancel } = sendFile<WrittenFile>('/api/v1/files', file, (share) => change(key, { share }))
    stops.current.set(key, cancel)
    void sending
      .mutateAsync(answer)
      .then(({ id, name, type, size }) => {
        drop(key)
        return arrived.current({ id, name, type, size })
      })
      .catch((problem: unknown) => {
        if (problem instanceof DOMException) return drop(key)
        const isRefused = problem instanceof Problem && refusals.includes(problem.status)
        change(key, { problem: sentenceFor(problem, t) ?? t('written:file.failed'), isRefused })
      })
      .finally(() => stops.current.delete(key))
  }

  return {
    chooser,
    under,
    isBusy: under.some(({ problem }) => problem === undefined),
    missing: under.filter(({ isRefused }) => !isRefused).map(({ file }) => file.name),
    add: (files) => {
      const added = [...files].map((file): Upload => ({ key: newKey(), file, share: 0 }))
      setUnder((all) => [...all, ...added])
      for (const { key, file } of added) start(key, file)
    },
    cancel: (key) => {
      const stop = stops.current.get(key)
      if (stop) stop()
      else drop(key)
    },
    retry: (key) => {
      const again = under.find((each) => each.key === key)
      if (!again) return
      change(key, { share: 0, problem: undefined })
      start(key, again.file)
    },
  }
}
