import { Banner, Button, IconButton, Menu, StatusPill } from '../../../web/ui/index.ts'
import { useKeys } from '../../../web/use-keys.ts'
import type { Company } from '../../../conversation/presence/company.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { iconsOf, keysOf, offeredOf } from './acts.ts'
import type { Act, Offered } from './acts.ts'
import { AssigneePicker } from './AssigneePicker.tsx'
import { Others } from './Others.tsx'
import { TitleLine } from './TitleLine.tsx'
import type { Doing } from './use-doing.tsx'
import styles from './Head.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly doing: Doing
  readonly others: readonly Company[]
  readonly onBack?: (() => void) | undefined
  readonly onDetails: () => void
  readonly onTranslations: () => void
}

/** Which ticket, how it stands, and what can be done with it now. */
export const Head = ({ ticket, doing, others, onBack, onDetails, onTranslations }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  return (
    <header>
      <div className={styles['line']}>
        {onBack && (
          <IconButton className={styles['back']} icon="back" size="m" label={t('staff:back')} onClick={onBack} />
        )}
        <bdi className={styles['number']}>{label(ticket.number)}</bdi>
        <StatusPill status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />
        {ticket.answered && <span className={styles['answered']}>{t('incoming:answered')}</span>}
        <Others others={others} />
        <Actions ticket={ticket} doing={doing} onDetails={onDetails} onTranslations={onTranslations} />
      </div>
      <TitleLine as="h1" ticket={ticket} />
      {doing.refused && (
        <div className={styles['refused']}>
          <Banner
            tone="danger"
            live
            action={<IconButton icon="close" label={t('shell:dismiss')} onClick={doing.forget} />}
          >
            {doing.refused}
          </Banner>
        </div>
      )}
    </header>
  )
}

const Actions = ({ ticket, doing, onDetails, onTranslations }: Omit<Props, 'onBack' | 'others'>) => {
  const { t } = useWords()
  const { first, more } = offeredOf(ticket.may)
  const mayTranslate = ticket.may.includes('translate')
  useKeys(Object.fromEntries(keysFor(ticket.may).map(([key, act]) => [key, () => doing.begin(act)])))
  return (
    <div className={styles['actions']}>
      {first.map((act) =>
        act === 'assign' ? (
          <AssigneePicker key={act} ticket={ticket} doing={doing}>
            {(anchor) => (
              <Button {...anchor} className={styles['action']} icon={iconsOf[act]} keys={keysOf[act]}>
                {nameOf(t, act, ticket)}
              </Button>
            )}
          </AssigneePicker>
        ) : (
          <Button
            key={act}
            className={styles['action']}
            icon={iconsOf[act]}
            keys={act in keysOf ? keysOf[act as keyof typeof keysOf] : undefined}
            onClick={() => doing.begin(act)}
          >
            {nameOf(t, act, ticket)}
          </Button>
        ),
      )}
      <IconButton
        className={styles['detailsButton']}
        kind="plain"
        icon="info"
        label={t('staffTicket:fields')}
        onClick={onDetails}
      />
      {(more.length > 0 || mayTranslate) && (
        <Menu
          label={t('staff:more')}
          align="end"
          anchor={(anchor) => <IconButton {...anchor} kind="plain" icon="dots" label={t('staff:more')} />}
          groups={[
            more.map((act) => ({
              key: act,
              label: nameOf(t, act, ticket),
              icon: iconsOf[act],
              onSelect: () => doing.begin(act),
            })),
            mayTranslate
              ? [{ key: 'translate', label: t('translating:open'), icon: 'globe', onSelect: onTranslations }]
              : [],
          ]}
        />
      )}
    </div>
  )
}

const keysFor = (may: PresentedTicket['may']): [string, Act][] =>
  (Object.entries(keysOf) as [Act, string][]).filter(([act]) => may.includes(act)).map(([act, key]) => [key, act])

const nameOf = (t: ReturnType<typeof useWords>['t'], act: Offered, ticket: PresentedTicket): string => {
  if (act === 'assign' && ticket.assignee.member) return t('actions:staff.assign_again')
  if (act === 'approve-solution') return t('staffTicket:review')
  return act === 'mark-duplicate' ? t('glossary:status.duplicate') : t(`actions:staff.${act}`)
}
