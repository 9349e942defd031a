import { useMemo, useState } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { useKeys } from '../../web/use-keys.ts'
import { Age, Button, SolutionPill, StatusPill } from '../../web/ui/index.ts'
import { age } from '../../words/age.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { waitingGroupOf } from '../incoming-requests/waiting-groups.ts'
import { useSession } from '../session.tsx'
import { useNow } from '../staff/now.tsx'
import { PathPanel } from '../ticket/staff/PathPanel.tsx'
import { HistoryDrawer } from '../ticket/staff/HistoryDrawer.tsx'
import { useSentenceReader } from '../ticket/staff/sentence-reader.tsx'
import { TextFlip } from '../ticket/staff/TextShown.tsx'
import { TitleLine } from '../ticket/staff/TitleLine.tsx'
import { threadOf } from '../ticket/staff/thread.ts'
import { traced } from '../ticket/staff/traced-events.ts'
import { Answer } from './Answer.tsx'
import { Decision } from './Decision.tsx'
import { NotSent, useEdited } from './edited.tsx'
import { Question } from './Question.tsx'
import type { Rounds } from './rounds.ts'
import type { Steps } from './Review.tsx'
import { useSaidAndDone } from '../ticket/use-said-and-done.tsx'
import styles from './Review.module.css'

type Props = { readonly ticket: PresentedTicket; readonly rounds: Rounds; readonly steps: Steps }

/** Question beside answer, and below them the decision: returning at the start edge, approving at the end edge. */
export const ReviewOne = ({ ticket, rounds, steps }: Props) => {
  const happenings = useSaidAndDone(ticket.number)
  const { messages, history, problem } = happenings
  const events = useMemo(() => traced(history ?? []), [history])
  const items = useMemo(() => threadOf({ ticket, messages: messages ?? [], events }), [ticket, messages, events])
  const reader = useSentenceReader(ticket)
  const [original, setOriginal] = useState(false)
  const flip = useMemo(() => ({ original, flip: () => setOriginal((now) => !now) }), [original])
  const [why, askWhy] = useState(false)
  const edited = useEdited(ticket.number, rounds, steps.stay)
  useKeys({ o: flip.flip })
  return (
    <TextFlip value={flip}>
      <header className={styles['head']}>
        <Position steps={steps} />
        <Title ticket={ticket} />
        {(history || !problem) && <PathPanel ticket={ticket} events={history ?? []} onWhy={() => askWhy(true)} />}
      </header>
      <NotSent ticket={ticket} but={rounds.now.round} />
      <div className={styles['beside']}>
        <Question ticket={ticket} items={items} happenings={happenings} />
        <Answer ticket={ticket} rounds={rounds} events={events} edited={edited} />
      </div>
      <Decision ticket={ticket} rounds={rounds} steps={steps} edited={edited} />
      <HistoryDrawer events={events} reader={reader} open={why} onClose={() => askWhy(false)} />
    </TextFlip>
  )
}

const Position = ({ steps }: { readonly steps: Steps }) => {
  const { t } = useWords()
  return (
    <div className={styles['position']}>
      <h1>{t('review:title')}</h1>
      {steps.at > 0 && <span className="num">{t('review:position', { at: steps.at, count: steps.count })}</span>}
      <span className={styles['steps']}>
        <Button kind="quiet" keys="k" disabled={!steps.toPrevious} onClick={steps.toPrevious}>
          {t('review:previous')}
        </Button>
        <Button kind="quiet" keys="j" disabled={!steps.toNext} onClick={steps.toNext}>
          {t('review:next')}
        </Button>
      </span>
    </div>
  )
}

const Title = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { label } = useSession()
  const now = useNow()
  const { since } = ticket.waiting
  return (
    <>
      <div className={styles['facts']}>
        <bdi className="dim">{label(ticket.number)}</bdi>
        <StatusPill status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />
        <SolutionPill state="inReview" label={t('glossary:solutionState.inReview')} />
        <Age pressing={waitingGroupOf(since, now)} dateTime={since}>
          {t('review:waits', { age: age(t, now - Date.parse(since)) })}
        </Age>
      </div>
      <TitleLine as="h2" ticket={ticket} />
    </>
  )
}
