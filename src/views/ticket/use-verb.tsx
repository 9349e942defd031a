// One verb done to one ticket: the version that was seen goes along where the workflow asks for it, the answer is the ticket
// as it stands afterwards, and whatever shows the ticket asks again.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import type { bodies } from '../../workflow/bodies.ts'
import { transitions } from '../../workflow/transitions.ts'
import { api } from '../../web/api.ts'
import { newKey } from '../../web/new-key.ts'
import { Problem } from '../../web/problem.ts'
import { afterAnswer, afterFailure } from './after-verb.ts'
import type { Seen } from './use-seen.tsx'

export type TicketVerb = Exclude<keyof typeof bodies, 'submit'>
type Deed = {
  readonly verb: TicketVerb
  readonly body?: Readonly<Record<string, unknown>>
  /** How the ticket will look, shown before the server has answered. */
  readonly expect?: Partial<PresentedTicket>
  /** What was seen when it was asked for; absent: what is shown now. */
  readonly seen?: Seen
}

export const useVerb = (number: number) => {
  const client = useQueryClient()
  const intention = useIntention()
  return useMutation({
    // one after the other: the second deed of quick hands goes by the version that the first one left
    scope: { id: `ticket ${number}` },
    mutationFn: async ({ verb, body = {}, seen }: Deed) => {
      // an undo goes by what its own deed left behind
      const sent = { ...versionFor(client, number, verb, seen), ...body }
      const idempotencyKey = intention.keyFor(`${verb} ${JSON.stringify(sent)}`)
      const ticket = await api.post<PresentedTicket>(`/api/v1/tickets/${number}/${verb}`, sent, { idempotencyKey })
      intention.done()
      return ticket
    },
    onMutate: ({ expect }) => {
      const before = client.getQueryData<PresentedTicket>(['ticket', number])
      if (expect && before) client.setQueryData(['ticket', number], { ...before, ...expect })
      return before
    },
    onSuccess: (ticket) => {
      const shown = client.setQueryData<PresentedTicket>(['ticket', number], (now) => afterAnswer(now, ticket))
      // what leaves nothing to do may be out of sight now: asked again, it says so
      askAgain(client, number, shown !== ticket || ticket.may.length === 0)
    },
    onError: (problem, { expect, seen }, before) => {
      seen?.refused(problem)
      const attempt = { before, expected: expect !== undefined }
      client.setQueryData<PresentedTicket>(['ticket', number], (now) => afterFailure(now, attempt))
      if (problem instanceof Problem && problem.status === 409) askAgain(client, number)
      // it may have been done all the same
      else void client.invalidateQueries({ queryKey: ['ticket', number] })
    },
  })
}

const askAgain = (client: QueryClient, number: number, ticketToo = true): void => {
  if (ticketToo) void client.invalidateQueries({ queryKey: ['ticket', number] })
  for (const key of ['history', 'conversation']) void client.invalidateQueries({ queryKey: [key, number] })
  for (const key of ['incoming', 'counts', 'my-tickets']) void client.invalidateQueries({ queryKey: [key] })
}

const versionFor = (client: QueryClient, number: number, verb: TicketVerb, seen?: Seen): { version?: number } => {
  const { guarded } = transitions[verb] as { guarded?: true }
  const version = seen ? seen.version() : client.getQueryData<PresentedTicket>(['ticket', number])?.version
  return guarded && version !== undefined ? { version } : {}
}

/** The same thing sent again after an unsure failure is one intention: the server does it once. */
const useIntention = () => {
  const current = useRef<{ what: string; key: string }>(undefined)
  return {
    keyFor: (what: string): string => {
      if (current.current?.what !== what) current.current = { what, key: newKey() }
      return current.current.key
    },
    done: () => {
      current.current = undefined
    },
  }
}
