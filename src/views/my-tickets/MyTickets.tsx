// A customer's own requests, or those of their organisation: what waits for them on top, then what is under way, then the closed ones.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { showNextPage } from '../../web/next-page.ts'
import { pageAddress } from '../../web/page-address.ts'
import { Button, ButtonLink, EmptyState, FailedState, SegmentedLinks, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CustomerPage } from '../customer-page.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useQueryOfAddress } from '../staff/address.tsx'
import { requestsQuery } from './my-tickets-question.tsx'
import type { Whose } from './my-tickets-question.tsx'
import styles from './MyTickets.module.css'
import { Row } from './Row.tsx'
import { sectionsOf } from './sections.ts'

export const MyTickets = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  const whose = useWhose()
  const title = whose === 'own' ? t('myTickets:title') : t('myTickets:titleOfOrganisation')
  usePageTitle(title, settings.organisation)
  const isNew = may('ticket.submit')
  return (
    <CustomerPage className={styles['column']}>
      <header className={styles['head']}>
        <h1>{title}</h1>
        {isNew && (
          <ButtonLink href="/new" kind="primary" size="m" icon="plus">
            {t('myTickets:new')}
          </ButtonLink>
        )}
      </header>
      <WhoseRequests whose={whose} />
      <Requests key={whose} whose={whose} />
    </CustomerPage>
  )
}

/** Kept in the address; whoever may not read their colleagues' requests is shown their own there. */
const useWhose = (): Whose => {
  const { me } = useSession()
  const { of } = useQueryOfAddress()
  return me.seesColleagues && of === 'organisation' ? of : 'own'
}

const WhoseRequests = ({ whose }: { readonly whose: Whose }) => {
  const { t } = useWords()
  const { me } = useSession()
  if (!me.seesColleagues) return null
  return (
    <SegmentedLinks
      label={t('myTickets:whose')}
      places={[
        { href: '/requests', label: t('myTickets:own'), current: whose === 'own' },
        {
          href: pageAddress('/requests', { of: 'organisation' }),
          label: t('myTickets:ofOrganisation'),
          current: whose === 'organisation',
        },
      ]}
    />
  )
}

const Requests = ({ whose }: { readonly whose: Whose }) => {
  const { t } = useWords()
  const query = useInfiniteQuery(requestsQuery(whose))
  if (query.isPending) return <SkeletonRows label={t('myTickets:loading')} rows={5} />
  if (!query.data)
    return (
      <FailedState
        title={t('myTickets:failed')}
        retry={{ label: t('shell:retry'), busy: query.isFetching, onRetry: () => void query.refetch() }}
      />
    )
  const tickets = query.data.pages.flatMap(({ items }) => items)
  if (tickets.length === 0) return whose === 'own' ? <Nothing /> : <NothingOfOrganisation />
  return (
    <>
      {sectionsOf(tickets).map(({ key, tickets: some }) => (
        <Section key={key} title={t(`myTickets:${key}`)} tickets={some} named={whose === 'organisation'} />
      ))}
      {query.hasNextPage && (
        <Button size="m" busy={query.isFetchingNextPage} onClick={() => void showNextPage(query)}>
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

const NothingOfOrganisation = () => {
  const { t } = useWords()
  return (
    <EmptyState mood="nothing" title={t('myTickets:emptyOfOrganisation')}>
      {t('myTickets:emptyOfOrganisationText')}
    </EmptyState>
  )
}

type SectionProps = { title: string; tickets: readonly MyTicket[]; named: boolean }

const Section = ({ title, tickets, named }: SectionProps) => {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['section']}>
        {title}
      </h2>
      <ul className={styles['list']}>
        {tickets.map((ticket) => (
          <li key={ticket.number}>
            <Row ticket={ticket} named={named} />
          </li>
        ))}
      </ul>
    </section>
  )
}
