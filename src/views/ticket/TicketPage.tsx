// One ticket at its address, from whichever side the reader stands: their own request, or the desk's work.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../../words/WordsProvider.tsx'
import { SkeletonRows } from '../../web/ui/index.ts'
import { FailedPage } from '../failed-page.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import { useGo } from '../staff/address.tsx'
import { useAskedFirst } from './customer/asked-first.tsx'
import { CustomerTicket } from './customer/CustomerTicket.tsx'
import { staffAddressOf } from './staff-address.ts'
import { ticketQuery } from './ticket-questions.tsx'

export const TicketPage = () => {
  const { number: written } = useParams({ from: '/inside/tickets/$number' })
  const number = Number(written)
  if (!Number.isSafeInteger(number) || number < 1) return <NotFoundPage />
  return <Ticket key={number} number={number} />
}

const Ticket = ({ number }: { number: number }) => {
  const { t } = useWords()
  const asked = useAskedFirst()
  const { data: ticket, error, isPending, refetch } = useQuery(ticketQuery(number))
  if (isPending) return <SkeletonRows shape="text" rows={6} label={t('shell:loading')} />
  if (!ticket) return <FailedPage error={error} reset={() => void refetch()} />
  if (ticket.side === 'staff') return <GoOn to={staffAddressOf(ticket, asked)} />
  return <CustomerTicket ticket={ticket} />
}

const GoOn = ({ to }: { to: string }) => {
  const go = useGo()
  useEffect(() => go(to, {}, { replace: true }), [go, to])
  return null
}
