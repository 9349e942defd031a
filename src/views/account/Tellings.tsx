import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Refused, SkeletonRows } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import styles from './Account.module.css'
import { NotLoaded } from './NotLoaded.tsx'
import { AccountPage } from './AccountPage.tsx'
import { tellingsQuery } from './account-questions.tsx'
import type { Telling } from './account-questions.tsx'
import { choosing } from './choosing.ts'
import type { Channel } from './choosing.ts'

const channels = ['in-app', 'email'] as const

/** What one is told, and by which way. What concerns oneself in person cannot be muted, and says so. */
export const Tellings = () => {
  const { t } = useWords()
  const query = useQuery(tellingsQuery)
  return (
    <AccountPage>
      <section className={styles['part']} aria-label={t('profile:tellings')}>
        {query.isPending && <SkeletonRows rows={8} label={t('profile:tellingsLoading')} />}
        {query.error && !query.data && (
          <NotLoaded title={t('profile:tellingsFailed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && <Told tellings={query.data.items} />}
      </section>
    </AccountPage>
  )
}

const Told = ({ tellings }: { readonly tellings: readonly Telling[] }) => {
  const { t } = useWords()
  const { me } = useSession()
  if (me.isStaff) return <Choices tellings={tellings} />
  return (
    <>
      <p>{t('profile:tellingsOfCustomer')}</p>
      <ul className={styles['told']}>
        {tellings.map(({ interaction }) => (
          <li key={interaction}>{nameOf(t, interaction)}</li>
        ))}
      </ul>
    </>
  )
}

const nameOf = (t: Translate, interaction: string): string =>
  t.maybe('profile', `telling.${interaction}`) ?? interaction

const Choices = ({ tellings }: { readonly tellings: readonly Telling[] }) => {
  const { t } = useWords()
  const choose = useMutation(choosing(useQueryClient()))
  const names = { 'in-app': t('profile:inApp'), email: t('profile:byEmail') }
  const problem = sentenceIn(choose.error, t)
  return (
    <>
      <p>{t('profile:tellingsText')}</p>
      <Refused>{problem}</Refused>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('profile:what')}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {names[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tellings.map((telling) => (
            <tr key={telling.interaction}>
              <td>{nameOf(t, telling.interaction)}</td>
              {channels.map((channel) => (
                <td key={channel}>
                  <Cell
                    telling={telling}
                    channel={channel}
                    label={t('profile:tell', { what: nameOf(t, telling.interaction), channel: names[channel] })}
                    onChoose={(on) => choose.mutate({ interaction: telling.interaction, channel, on })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type CellProps = {
  readonly telling: Telling
  readonly channel: Channel
  readonly label: string
  readonly onChoose: (on: boolean) => void
}

const Cell = ({ telling: { mayMute, channels: ways }, channel, label, onChoose }: CellProps) => {
  const { t } = useWords()
  const on = ways[channel]
  if (on === undefined) return null
  if (!mayMute) return <span className={styles['dim']}>{t('profile:always')}</span>
  return (
    <label className={styles['tick']}>
      <input type="checkbox" aria-label={label} checked={on} onChange={(event) => onChoose(event.target.checked)} />
    </label>
  )
}
