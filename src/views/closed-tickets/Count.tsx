import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Asked } from './asked.ts'
import { closedCountQuery } from './closed-tickets-questions.tsx'
import styles from './ClosedTickets.module.css'

type Props = {
  readonly asked: Asked
  /** How many are on the page. */
  readonly shown: number
  /** There are no more of them. */
  readonly whole: boolean
}

/** How many there are: known once all of them are shown; otherwise counted when somebody wants to know. */
export const Count = ({ asked, shown, whole }: Props) => {
  const { t } = useWords()
  const question = JSON.stringify({ ...asked, sort: undefined })
  const [wanted, want] = useState<string>()
  const { data, isFetching, isError, refetch } = useQuery({
    ...closedCountQuery(asked),
    enabled: wanted === question && !whole,
  })
  // Tickets that are closed now; or, where reopened ones are asked for too, closings.
  const isClosed = asked.reopened === undefined || asked.reopened === 'no'
  const say = (count: number) => (isClosed ? t('plurals:tickets', { count }) : t('plurals:closings', { count }))
  if (whole) return <span role="status">{say(shown)}</span>
  if (data)
    return (
      <span role="status">
        {data.more ? t('closedTickets:atLeast', { closings: say(data.count) }) : say(data.count)}
      </span>
    )
  return (
    <span className={styles['count']}>
      <span role="status">{t('closedTickets:count.shown', { closings: say(shown) })}</span>
      <Button kind="text" busy={isFetching} onClick={() => (isError ? void refetch() : want(question))}>
        {isError ? t('closedTickets:count.again') : t('closedTickets:count.all')}
      </Button>
    </span>
  )
}
