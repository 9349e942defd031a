// A customer's own requests: what waits for them on top, then what is under way, then the closed ones.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { Button, ButtonLink, EmptyState, FailedState, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CustomerPage } from '../customer-page.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { myTicketsQuery } from './my-tickets-question.tsx'
import styles from './MyTickets.module.css'
import { Row } from './Row.tsx'
import { sectionsOf } from './sections.ts'

export const MyTickets = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('myTickets:title'), settings.organisation)
  const isNew = may('ticket.submit')
  return (
    <CustomerPage className={styles['column']}>
      <header className={styles['head']}>
        <h1>{t('myTickets:title')}</h1>
        {isNew && (
          <ButtonLink href="/new" kind="primary" size="m" icon="plus">
            {t('myTickets:new')}
          </ButtonLink>
        )}
      </header>
      <Requests />
    </CustomerPage>
  )
}

const Requests = () => {
  const { t } = useWords()
  const query = useInfiniteQuery(myTicketsQuery)
  if (query.isPending) return <SkeletonRows label={t('myTickets:loading')} rows={5} />
  if (!query.data)
    return (
      <FailedState
        title={t('myTickets:failed')}
        retry={{ label: t('shell:retry'), busy: query.isFetching, onRetry: () => void query.refetch() }}
      />
    )
  const tickets = query.data.pages.flatMap(({ items }) => items)
  if (tickets.length === 0) return <Nothing />
  return (
    <>
      {sectionsOf(tickets).map(({ key, tickets: some }) => (
        <Section key={key} title={t(`myTickets:${key}`)} tickets={some} />
      ))}
      {query.hasNextPage && (
        <Button size="m" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('myTickets:more')}
        </Button>
      )}
    </>
  )
}

const Nothing = () => {
  const { t } = useWords()
  return (
    <EmptyState
      mood="nothing"
      title={t('myTickets:empty')}
      action={
        <ButtonLink href="/new" size="m">
          {t('myTickets:first')}
        </ButtonLink>
      }
    >
      {t('myTickets:emptyText')}
    </EmptyState>
  )
}

const Section = ({ title, tickets }: { title: string; tickets: readonly MyTicket[] }) => {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['section']}>
        {title}
      </h2>
      <ul className={styles['list']}>
        {tickets.map((ticket) => (
          <li key={ticket.number}>
            <Row ticket={ticket} />
          </li>
        ))}
      </ul>
    </section>
  )
}
