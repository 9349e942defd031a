import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Banner, Button, Dialog, StatusPill, TextField, UserText, toasts } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { ticketQuery } from '../ticket-questions.tsx'
import { ticketNumberIn } from '../../ticket-number.ts'
import type { Doing } from './use-doing.tsx'
import styles from './StaffTicket.module.css'

type Props = { readonly ticket: PresentedTicket; readonly doing: Doing }

/** The original is named by its number and shown by its title before anything is joined. */
export const DuplicateDialog = ({ ticket, doing }: Props) => {
  const { t } = useWords()
  const { label, settings } = useSession()
  const [typed, type] = useState('')
  const [problem, setProblem] = useState<string>()
  const original = useDeferredValue(ticketNumberIn(typed, settings.numberPrefix))
  const isItself = original === ticket.number
  const found = useQuery({ ...ticketQuery(original ?? 0), enabled: original !== undefined && !isItself, retry: false })
  const ready = found.data && original === found.data.number && !isItself
  const confirm = async () => {
    if (!ready) return
    setProblem(undefined)
    try {
      await doing.verb.mutateAsync({ verb: 'mark-duplicate', body: { original } })
      doing.stopAsking()
      const said = { number: label(ticket.number), original: label(original) }
      toasts.show({ text: t('actions:done.mark-duplicate', said) })
    } catch (failure) {
      setProblem(sentenceIn(failure, t))
    }
  }
  const error =
    original === undefined || found.isFetching ? undefined : isItself ? t('staffTicket:duplicate.itself') : undefined
  return (
    <Dialog open onClose={doing.stopAsking} title={t('staffTicket:duplicate.title', { number: label(ticket.number) })}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        <p>{t('staffTicket:duplicate.text')}</p>
        <TextField
          label={t('staffTicket:duplicate.number')}
          hint={t('staffTicket:duplicate.hint', { example: label(987) })}
          error={error ?? (found.isError ? t('staffTicket:duplicate.notFound') : undefined)}
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
        {problem && (
          <Banner tone="danger" live>
            {problem}
          </Banner>
        )}
        <div className={styles['buttons']}>
          <Button size="m" onClick={doing.stopAsking}>
            {t('staff:cancel')}
          </Button>
          <Button size="m" type="submit" kind="primary" busy={doing.verb.isPending} disabled={!ready}>
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
        <bdi>{label(ticket.number)}</bdi> · <bdi>{ticket.customer.name}</bdi>
        <StatusPill status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />
      </span>
    </>
  )
}
