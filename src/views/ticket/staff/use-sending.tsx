// Sending: held on the server for the seconds of undo, or at once where there are none.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Writing as WritingOnTicket } from '../../../conversation/writing/writing.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { api, Problem } from '../../../web/api.ts'
import { newKey } from '../../../web/new-key.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useVerb } from '../use-verb.tsx'
import { useToldElsewhere } from '../writing/told-elsewhere.tsx'
import type { Writer } from '../writing/use-writing.tsx'
import type { Writing } from './acts.ts'

export const useSending = (
  ticket: PresentedTicket,
  tab: Writing,
  writer: Writer,
  onSent: (held: boolean) => unknown,
) => {
  const { t } = useWords()
  const { settings } = useSession()
  const client = useQueryClient()
  const verb = useVerb(ticket.number)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const intention = useRef<{ what: string; key: string; knows: readonly string[] }>(undefined)
  const toldElsewhere = useToldElsewhere(`/incoming/${ticket.number}`, ticket.number)

  const hold = async () => {
    const { text, files } = writer
    const body = { text: text.trim(), files: files.map(({ id }) => id), version: ticket.version }
    const what = JSON.stringify([tab, body])
    if (intention.current?.what !== what) intention.current = { what, key: newKey(), knows: writer.knows() }
    const path = `/api/v1/tickets/${ticket.number}/held/${tab}`
    const { key, knows } = intention.current
    const writing = await api.post<WritingOnTicket>(path, { ...body, knows }, { idempotencyKey: key })
    intention.current = undefined
    writer.sent(writing)
  }
  const atOnce = async () => {
    const { text, files } = writer
    const said = { [tab === 'propose-solution' ? 'solution' : 'text']: text.trim() }
    await verb.mutateAsync({
      verb: tab,
      body: { ...said, ...(files.length > 0 && { files: files.map(({ id }) => id) }) },
    })
    writer.sent()
  }
  const send = async () => {
    const held = settings.undoSeconds !== 0
    setProblem(undefined)
    setBusy(true)
    try {
      await writer.take()
      await (held ? hold() : atOnce())
      onSent(held)
    } catch (failure) {
      writer.giveBack()
      if (!toldElsewhere()) setProblem(sentenceIn(failure, t))
      if (failure instanceof Problem && failure.status === 409)
        for (const key of ['ticket', 'conversation', 'history'])
          void client.invalidateQueries({ queryKey: [key, ticket.number] })
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, problem }
}
