import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Banner, Button, ConfirmDialog, Pill, UserText, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { groupsQuery } from '../../staff/groups-question.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useNow } from '../../staff/now.tsx'
import { when } from '../../ticket/staff/when.ts'
import { shownState, toneOf, useChangeMailbox } from './mailbox-questions.tsx'
import type { Mailbox } from './mailbox-questions.tsx'
import styles from './Mailboxes.module.css'

type Props = { readonly mailbox: Mailbox; readonly onEdit: () => void }

/** One mailbox: whether it is read, since when, when it was last heard of, and what to do about it. */
export const MailboxCard = ({ mailbox, onEdit }: Props) => {
  const { t, format } = useWords()
  const now = useNow()
  const state = shownState(mailbox)
  const at = (moment: string | null) => (moment ? when(t, format, moment, now) : t('mailIn:boxes.never'))
  return (
    <article className={styles['box']} aria-label={mailbox.address}>
      <header className={styles['head']}>
        <h2 className={styles['address']}>
          <bdi>{mailbox.address}</bdi>
        </h2>
        <Pill tone={toneOf(state)}>{t(`mailIn:boxes.state.${state}`)}</Pill>
        {state !== 'paused' && (
          <span className="dim">{t('mailIn:boxes.since', { at: when(t, format, mailbox.stateSince, now) })}</span>
        )}
      </header>
      <dl className={styles['facts']}>
        <Fact label={t('mailIn:boxes.heard')}>{at(mailbox.heardAt)}</Fact>
        <Fact label={t('mailIn:boxes.lastMail')}>{at(mailbox.lastMailAt)}</Fact>
        <Fact label={t('mailIn:boxes.group')}>
          <GroupName id={mailbox.group} />
        </Fact>
        <Fact label={t('mailIn:boxes.field.host')}>
          <bdi>{`${mailbox.host}:${mailbox.port}`}</bdi>
        </Fact>
      </dl>
      {mailbox.active && mailbox.lastError && (
        <Banner tone="danger">
          {t('mailIn:boxes.lastError')} <UserText>{mailbox.lastError}</UserText>
        </Banner>
      )}
      <Doings mailbox={mailbox} onEdit={onEdit} />
    </article>
  )
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const GroupName = ({ id }: { readonly id: string | null }) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const group = groups.find((each) => each.id === id)
  return <bdi>{group?.name ?? t('mailIn:boxes.field.deskGroup')}</bdi>
}

const Doings = ({ mailbox, onEdit }: Props) => {
  const { t } = useWords()
  const { address, active } = mailbox
  const [removing, setRemoving] = useState(false)
  const { activate, remove } = useChangeMailbox(mailbox)
  const turn = () =>
    activate.mutate(!active, {
      onSuccess: () => toasts.show({ text: t(active ? 'mailIn:boxes.paused' : 'mailIn:boxes.resumed', { address }) }),
    })
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        setRemoving(false)
        toasts.show({ text: t('mailIn:boxes.removed', { address }) })
      },
    })
  return (
    <div className={styles['buttons']}>
      <Button icon="edit" onClick={onEdit}>
        {t('mailIn:boxes.change')}
      </Button>
      <Button busy={activate.isPending} onClick={turn}>
        {t(active ? 'mailIn:boxes.pause' : 'mailIn:boxes.resume')}
      </Button>
      <Button kind="quiet" onClick={() => setRemoving(true)}>
        {t('mailIn:boxes.remove')}
      </Button>
      {activate.error && <Banner tone="danger">{sentenceIn(activate.error, t)}</Banner>}
      <ConfirmDialog
        open={removing}
        title={t('mailIn:boxes.removeAsk', { address })}
        confirm={t('mailIn:boxes.remove')}
        cancel={t('staff:cancel')}
        danger
        busy={remove.isPending}
        problem={sentenceIn(remove.error, t)}
        onConfirm={confirm}
        onCancel={() => setRemoving(false)}
      >
        {t('mailIn:boxes.removeText')}
      </ConfirmDialog>
    </div>
  )
}
