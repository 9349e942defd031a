// What we answered, and the two things to say to it: it is solved, or it is not yet.
import { useState } from 'react'
import type {
  PresentedEvent,
  PresentedMessage,
  PresentedSolution,
  PresentedTicket,
} from '../../../queries/one-ticket/one-ticket.ts'
import { day } from '../../../fields/date-time/spans.ts'
import { Avatar, Button, Card, Refused } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { FilesOf } from '../../files/FilesOf.tsx'
import { useSession } from '../../session.tsx'
import { silenceOf } from '../../../workflow/silence.ts'
import { useVerb } from '../use-verb.tsx'
import { useAskedOf } from './asked-first.tsx'
import { BothTexts } from './BothTexts.tsx'
import styles from './CustomerTicket.module.css'
import { useIsOwn } from './own.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { useWhen } from './when.tsx'

type Props = {
  readonly ticket: PresentedTicket
  readonly solution: PresentedSolution
  readonly messages: readonly PresentedMessage[]
  readonly events: readonly PresentedEvent[]
}

export const Answer = ({ ticket, solution, messages, events }: Props) => {
  const { t } = useWords()
  const { settings } = useSession()
  const when = useWhen()
  const round = solution.rounds.findLast((each) => each.round === solution.round)
  const isOffered = ticket.status === 'responded'
  return (
    <Card raised={isOffered} label={t('customerTicket:answer.title')}>
      <div className={styles['by']}>
        <Avatar name={solution.author.name} ours />
        <div>
          <b>
            {t('customerTicket:answer.from', {
              name: solution.author.name || t('customerTicket:conversation.ours'),
              organisation: settings.organisation,
            })}
          </b>
          <div className={styles['at']}>{when(round?.offeredAt ?? round?.proposedAt ?? ticket.openedAt)}</div>
        </div>
      </div>
      <BothTexts text={solution.text} />
      <FilesOf files={ticket.files} of={`solution:${solution.round}`} />
      {ticket.may.includes('accept-solution') && <Verdict ticket={ticket} />}
      {isOffered && <IfNothing ticket={ticket} messages={messages} events={events} />}
    </Card>
  )
}

/** Where it closes sooner after the reminder than this, the day that is given whole may lie before the reminder's. */

const IfNothing = ({ ticket, messages, events }: Omit<Props, 'solution'>) => {
  const { t, format } = useWords()
  const isOwn = useIsOwn(ticket)
  const silence = silenceOf(ticket, messages, events)
  if (!silence) return null
  const close = format.lastDay(silence.closesOn)
  if (!isOwn) return <p className={styles['ifNothing']}>{t('customerTicket:answer.closesOfColleague', { close })}</p>
  return (
    <p className={styles['ifNothing']}>
      {silence.remindOn && Date.parse(silence.closesOn) - Date.parse(silence.remindOn) >= day
        ? t('customerTicket:answer.remind', { remind: format.day(silence.remindOn), close })
        : t('customerTicket:answer.closes', { close })}
    </p>
  )
}

export const Verdict = ({ ticket }: { ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { verb } = useAskedOf(ticket)
  const [declining, setDeclining] = useState(verb === 'decline-solution')
  // the button that led back is gone: who goes by keys goes on where they came from
  const [cameBack, comeBack] = useState(false)
  const accept = useVerb(ticket.number)
  const problem = sentenceFor(accept.error, t)
  if (declining)
    return (
      <ReasonForm
        number={ticket.number}
        verb="decline-solution"
        draft={`left.${ticket.number}`}
        label={t('customerTicket:answer.whatIsLeft')}
        hint={t('customerTicket:answer.whatIsLeftHint')}
        send={t('customerTicket:answer.sendNotYet')}
        onBack={() => {
          setDeclining(false)
          comeBack(true)
        }}
      />
    )
  return (
    <div className={styles['verdict']}>
      <Button
        kind="primary"
        size="l"
        icon="check"
        wide
        autoFocus={verb === 'accept-solution' && !cameBack}
        busy={accept.isPending}
        onClick={() => accept.mutate({ verb: 'accept-solution' })}
      >
        {t('customerTicket:answer.yes')}
      </Button>
      <Button size="l" wide autoFocus={cameBack} disabled={accept.isPending} onClick={() => setDeclining(true)}>
        {t('customerTicket:answer.notYet')}
      </Button>
      <Refused>{problem}</Refused>
    </div>
  )
}
