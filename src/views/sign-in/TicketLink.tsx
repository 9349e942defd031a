import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Status } from '../../entities/ticket/ticket.ts'
import { ScaleInput } from '../../fields/scale/ScaleInput.tsx'
import { api } from '../../web/api.ts'
import { Problem } from '../../web/problem.ts'
import { Banner, Button, Refused } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceFor } from '../problem-words.tsx'
import { allSpokenStars, starWord } from '../star-words.tsx'
import { useAskedFirst } from '../ticket/customer/asked-first.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

type Opened = { readonly ticket: number; readonly name: string; readonly otherAccount: boolean }
type Deed = { readonly version: number } & (
  | { readonly verb: 'accept-solution' }
  | { readonly verb: 'rate'; readonly score: number }
)
type Stands = { readonly status: Status; readonly version: number; readonly about: readonly string[] }

/**
 * A customer's way to their request from a mail. The page asks once more and only then opens it, or does what the button in the
 * mail was about: programs that look at the links of mails follow addresses, they do not press buttons. What is about an answer
 * that is not the present one, or about none by name, is only opened.
 */
export const TicketLink = () => {
  const { t } = useWords()
  const { token = '' } = useParams({ strict: false })
  const { verb, score, of } = useAskedFirst()
  const open = useOpening(token)
  const stands = useLooking(token)
  if (isOver(open.error) || (isOver(stands.error) && !open.isSuccess)) return <LinkOver token={token} />
  if (open.data?.otherAccount) return <OtherAccount name={open.data.name} />
  const known = stands.data
  const isEarlier = known !== undefined && of !== undefined && !known.about.includes(of)
  const does = of === undefined || isEarlier || stands.isError ? undefined : verb
  const busy = open.isPending || open.isSuccess
  const look = (leads: boolean) => (
    <Button kind={leads ? 'primary' : 'plain'} size="l" wide busy={busy} onClick={() => open.mutate(undefined)}>
      {t('signIn:ticketLinkOpen')}
    </Button>
  )
  const problem = sentenceFor(open.error, t)
  const failed = problem && (
    <Banner tone="danger" live>
      {problem}
    </Banner>
  )
  if (does === 'accept-solution')
    return (
      <OutsideFrame title={t('signIn:linkSolvedTitle')} lead={leadOf(known?.status, t)}>
        <Button
          kind="primary"
          size="l"
          wide
          icon="check"
          busy={busy || !known}
          onClick={() => known && open.mutate({ verb: does, version: known.version })}
        >
          {t('customerTicket:answer.yes')}
        </Button>
        {look(false)}
        {failed}
      </OutsideFrame>
    )
  if (does === 'rate')
    return (
      <OutsideFrame title={t('customerTicket:rating.ask')} lead={t('signIn:linkRateText')}>
        <Rate
          first={score}
          busy={busy || !known}
          onRate={(chosen) => known && open.mutate({ verb: does, score: chosen, version: known.version })}
        />
        {look(false)}
        {failed}
      </OutsideFrame>
    )
  return (
    <OutsideFrame
      title={t('signIn:ticketLinkTitle')}
      lead={t(isEarlier ? 'signIn:linkEarlierText' : 'signIn:ticketLinkText')}
    >
      {look(true)}
      {failed}
    </OutsideFrame>
  )
}

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'linkNotValid'

/** What a yes does: on a request that was joined with another one it closes nothing. */
function leadOf(status: Status | undefined, t: Translate): string | undefined {
  if (status === 'duplicate') return t('signIn:linkSharedText')
  return status === 'responded' ? t('signIn:linkSolvedText') : undefined
}

const useLooking = (token: string) =>
  useQuery({
    queryKey: ['ticket-link', token],
    queryFn: () => api.post<Stands>('/api/v1/ticket-links/look', { token }),
    staleTime: Infinity,
    retry: false,
  })

/** What was answered or rated before is refused, and the page of the request shows how it stands. */
const useOpening = (token: string) =>
  useMutation({
    mutationFn: async (deed: Deed | undefined) => {
      const opened = await api.post<Opened>('/api/v1/ticket-links', { token })
      if (!deed || opened.otherAccount) return opened
      const { verb, ...body } = deed
      const refused = await api.post(`/api/v1/tickets/${opened.ticket}/${verb}`, body).then(() => undefined, refusalIn)
      return { ...opened, refused }
    },
    onSuccess: ({ ticket, otherAccount, refused }: Opened & { refused?: string | undefined }, deed) => {
      // a message that came in meanwhile takes nothing back: the page asks the same again
      const asks = !deed || refused === 'changedMeanwhile'
      if (!otherAccount) location.assign(`/tickets/${ticket}${asks ? location.search : ''}`)
    },
  })

const refusalIn = (problem: unknown): string => {
  if (!(problem instanceof Problem) || ![403, 409, 422].includes(problem.status)) throw problem
  return problem.code
}

type RateProps = {
  readonly first: number | undefined
  readonly busy: boolean
  readonly onRate: (score: number) => void
}

/** The star that was pressed in the mail is chosen already, and saved only by the button. */
const Rate = ({ first, busy, onRate }: RateProps) => {
  const { t } = useWords()
  const [score, choose] = useState(first)
  return (
    <>
      <ScaleInput value={score} onValue={choose} label={t('customerTicket:rating.ask')} spoken={allSpokenStars(t)} />
      <Button
        kind="primary"
        size="l"
        wide
        busy={busy}
        disabled={score === undefined}
        onClick={() => score && onRate(score)}
      >
        {score ? t('customerTicket:rating.saveThis', { word: starWord(t, score) }) : t('signIn:linkRate')}
      </Button>
    </>
  )
}

const OtherAccount = ({ name }: { readonly name: string }) => {
  const { t } = useWords()
  const out = useMutation({
    mutationFn: () => api.post('/api/auth/sign-out', {}),
    onSuccess: () => location.reload(),
  })
  const problem = sentenceFor(out.error, t)
  return (
    <OutsideFrame title={t('signIn:linkOtherTitle', { name })} lead={t('signIn:linkOtherText')}>
      <Button kind="primary" size="l" wide busy={out.isPending || out.isSuccess} onClick={() => out.mutate()}>
        {t('signIn:linkOtherOut')}
      </Button>
      <Refused>{problem}</Refused>
    </OutsideFrame>
  )
}

const LinkOver = ({ token }: { readonly token: string }) => {
  const { t } = useWords()
  const renew = useMutation({ mutationFn: () => api.post('/api/v1/ticket-links/new', { token }) })
  if (renew.isSuccess) return <OutsideFrame title={t('signIn:ticketLinkSent')} lead={t('signIn:ticketLinkSentText')} />
  const problem = sentenceFor(renew.error, t)
  return (
    <OutsideFrame title={t('signIn:linkOver')} lead={t('signIn:ticketLinkOver')}>
      <Button kind="primary" size="l" wide busy={renew.isPending} onClick={() => renew.mutate()}>
        {t('signIn:ticketLinkSend')}
      </Button>
      <Refused>{problem}</Refused>
    </OutsideFrame>
  )
}
