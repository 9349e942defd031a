import { useQuery } from '@tanstack/react-query'
import { Icon, Link, Page, Pill, SkeletonRows } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { useSession } from '../../session.tsx'
import { Failed } from '../../staff/Failed.tsx'
import { interactionsQuery } from './interaction-questions.tsx'
import type { Summary } from './interaction-questions.tsx'
import lists from '../Lists.module.css'
import styles from '../Settings.module.css'

/** Everything that people are told of by itself: when, whom, by which doors, and whether it is on. */
export const Interactions = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('settingsInteractions:title'), settings.organisation)
  const query = useQuery(interactionsQuery)
  const toCustomers = query.data?.filter(({ recipients }) => recipients[0] === 'customer') ?? []
  const toStaff = query.data?.filter(({ recipients }) => recipients[0] !== 'customer') ?? []
  return (
    <Page title={t('settingsInteractions:title')}>
      <p className={styles['lead']}>{t('settingsInteractions:lead')}</p>
      {query.isPending && <SkeletonRows shape="table" rows={12} label={t('settingsInteractions:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('settingsInteractions:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <Rows title={t('settingsInteractions:toCustomers')} items={toCustomers} />
          <Rows title={t('settingsInteractions:toStaff')} items={toStaff} />
        </>
      )}
    </Page>
  )
}

const Rows = ({ title, items }: { readonly title: string; readonly items: readonly Summary[] }) => {
  const { t, format } = useWords()
  return (
    <section aria-label={title}>
      <h2 className={styles['heading']}>{title}</h2>
      <ul className={lists['rows']}>
        {items.map((item) => (
          <li key={item.name} className={lists['row']}>
            <Link href={`/settings/interactions/${item.name}`} className={lists['telling']}>
              <span className={lists['tellingName']}>
                <span className={lists['rowName']}>{t(`settingsInteractions:name.${item.name}`)}</span>
                <span className="dim">{t(`settingsInteractions:trigger.${item.name}`)}</span>
              </span>
              <span className="dim">
                {format.list(item.recipients.map((who) => t(`settingsInteractions:recipient.${who}`)))}
              </span>
              <span className={lists['marks']}>
                {item.enabled ? <Doors item={item} /> : <Pill tone="wait">{t('settingsInteractions:off')}</Pill>}
                {item.ownLanguages.length > 0 && <Pill tone="accent">{t('settingsInteractions:ownTexts')}</Pill>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The bell, the letter, or both. */
const Doors = ({ item }: { readonly item: Summary }) => {
  const { t } = useWords()
  return item.channels.map((channel) => (
    <span key={channel} title={t(`settingsInteractions:channel.${channel}`)}>
      <Icon name={channel === 'email' ? 'mail' : 'bell'} />
      <span className="sr-only">{t(`settingsInteractions:channel.${channel}`)}</span>
    </span>
  ))
}
