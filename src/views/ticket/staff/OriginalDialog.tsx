import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Dialog, Refused, StatusPill, TextField, UserText } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Problem } from '../../../web/problem.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { ticketQuery } from '../ticket-questions.tsx'
import { ticketNumberIn } from '../../../settings/shown-number.ts'
import styles from './OriginalDialog.module.css'

type Props = {
  readonly title: string
  readonly text: string
  /** Those that are to be joined: none of them is its own original. */
  readonly duplicates: readonly number[]
  readonly busy?: boolean
  readonly problem?: string | undefined
  readonly onConfirm: (original: number) => void
  readonly onCancel: () => void
  /** Others to choose from: pressing one says its number. */
  readonly choices?: (choose: (number: number) => void) => ReactNode
}

/** The original is named by its number and shown by its title before anything is joined. */
export const OriginalDialog = (props: Props) => {
  const { title, text, duplicates, busy = false, problem, onConfirm, onCancel, choices } = props
  const { t } = useWords()
  const { label, settings } = useSession()
  const [typed, type] = useState('')
  const original = useDeferredValue(ticketNumberIn(typed, settings.numberPrefix))
  const isItself = original !== undefined && duplicates.includes(original)
  const found = useQuery({ ...ticketQuery(original ?? 0), enabled: original !== undefined && !isItself, retry: false })
  const ready = found.data && original === found.data.number && !isItself
  const isMissing = found.error instanceof Problem && found.error.status === 404
  const failure = isMissing ? t('staffTicket:duplicate.notFound') : sentenceIn(found.error, t)
  return (
    <Dialog open onClose={onCancel} title={title}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onConfirm(found.data.number)
        }}
      >
        <p>{text}</p>
        {choices?.((number) => type(label(number)))}
        <TextField
          label={t('staffTicket:duplicate.number')}
          hint={t('staffTicket:duplicate.hint', { example: label(987) })}
          error={isItself ? t('staffTicket:duplicate.itself') : failure}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          onValue={type}
        />
        <div className={styles['found']} role="status">
          {ready && <Found ticket={found.data} />}
          {found.isFetching && !ready && <span className="dim">{t('staffTicket:duplicate.searching')}</span>}
        </div>
        <Refused>{problem}</Refused>
        <div className={styles['buttons']}>
          <Button size="m" onClick={onCancel}>
            {t('staff:cancel')}
          </Button>
          <Button size="m" type="submit" kind="primary" busy={busy} disabled={!ready}>
            {t('staffTicket:duplicate.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const Found = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { label, read } = useSession()
  const title = read(ticket.title)
  return (
    <>
      <span className="dim">{t('staffTicket:duplicate.originalIs')}</span>
      <UserText form="block" lang={title.language} dir={title.dir}>
        {title.text}
      </UserText>
      <span className={styles['foundFacts']}>
        <bdi className="together">{label(ticket.number)}</bdi> · <bdi>{ticket.customer.name}</bdi>
        <StatusPill status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />
      </span>
    </>
  )
}
