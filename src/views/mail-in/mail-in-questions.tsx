import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { MailDecision, MailReason } from '../../conversation/mail-in/reasons.ts'
import type { Status } from '../../entities/ticket/ticket.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Page } from '../../queries/keyset.ts'
import type { Named } from '../../queries/named.ts'
import { api } from '../../web/api.ts'
import type { Tone } from '../../web/ui/index.ts'

export type InboundLine = {
  readonly id: string
  readonly mailbox: string | null
  readonly receivedAt: string
  readonly state: 'received' | 'done' | 'failed'
  readonly decision: MailDecision | null
  readonly reason: MailReason | null
  readonly decidedBy: Named | null
  readonly from: { readonly address: string; readonly name: string } | null
  readonly subject: string | null
  readonly ticket: number | null
  /** Which message of the ticket it became; null where it became the ticket itself. */
  readonly message: string | null
  readonly tries: number
  /** When it is tried again by itself; null: never. */
  readonly nextTryAt: string | null
  readonly lastError: string | null
  readonly hasHtml: boolean
  /** It quotes others, or ends in a signature, beyond what is shown. */
  readonly isFolded: boolean
}
export type InboundMail = InboundLine & {
  /** Null: it cannot be read. */
  readonly text: string | null
  readonly wholeText: string | null
  /** Where it asks to be answered, if that is not its sender's address. */
  readonly replyTo: string | null
  /** Cleaned; shown in a frame that may do nothing. */
  readonly html: string | null
  /** Whether the mail as it came is there still: of those that were left out it goes after a while. */
  readonly isKept: boolean
  readonly size: number
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[]
  /** While it waits: what it could join. */
  readonly tickets: readonly { readonly number: number; readonly title: PresentedText; readonly status: Status }[]
}

const path = '/api/v1/inbound-mails'
export const rawAddress = (id: string): string => `${path}/${id}/raw`

export const attachmentAddress = (id: string, place: number): string => `${path}/${id}/attachments/${place}`

export type Which = 'waiting' | 'broken' | 'all'
const asked = { waiting: { toLookAt: true }, broken: { state: 'failed' }, all: {} } as const

/** No hint comes of mails: what is looked at is asked for again each half minute. */
export const inboundQuery = (which: Which) =>
  infiniteQueryOptions({
    queryKey: ['inbound-mails', which],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<InboundLine>>(path, { query: { ...asked[which], after: pageParam, limit: 100 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 30_000,
  })

/** The mails that a ticket was made of, and those about it that wait: of these no hint comes. */
export const mailsOfTicketQuery = (ticket: number) =>
  queryOptions({
    queryKey: ['inbound-mails', 'of', ticket],
    queryFn: async ({ signal }) =>
      (await api.get<Page<InboundLine>>(path, { query: { ticket, limit: 200 }, signal })).items,
    refetchInterval: 60_000,
  })

export const inboundMailQuery = (id: string) =>
  queryOptions({
    queryKey: ['inbound-mail', id],
    queryFn: ({ signal }) => api.get<InboundMail>(`${path}/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'received' ? 3_000 : false),
  })

export type Decision = { readonly as: 'newTicket' | 'ignored' } | { readonly as: 'joined'; readonly ticket: number }

export const useDecide = (id: string) => {
  const client = useQueryClient()
  const onSuccess = (mail: InboundMail) => {
    client.setQueryData(inboundMailQuery(id).queryKey, mail)
    void client.invalidateQueries({ queryKey: ['inbound-mails'] })
  }
  return {
    decide: useMutation({
      mutationFn: (decision: Decision) => api.post<InboundMail>(`${path}/${id}/decide`, decision),
      onSuccess,
    }),
    runAgain: useMutation({ mutationFn: () => api.post<InboundMail>(`${path}/${id}/run-again`), onSuccess }),
  }
}

export type Became = MailDecision | 'received' | 'failed'

/** What stands where a mail has no subject: it had none, or nobody has read it yet, or can. */
export const withoutSubject = ({ state }: Pick<InboundLine, 'state'>) =>
  state === 'done' ? 'mailIn:noSubject' : state === 'failed' ? 'mailIn:unknownSubject' : 'mailIn:notRead'

export const becameOf = ({ state, decision }: InboundLine): Became =>
  decision ?? (state === 'failed' ? 'failed' : 'received')

const tones: Record<Became, Tone> = {
  newTicket: 'accent',
  joined: 'success',
  held: 'wait',
  ignored: 'neutral',
  received: 'neutral',
  failed: 'danger',
}
export const toneOf = (became: Became): Tone => tones[became]
