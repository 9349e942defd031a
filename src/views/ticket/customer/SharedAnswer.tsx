// On a request that was joined with another one: the answer that went out there, and what its customer says to it here.
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Card, Icon } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { FilesOf } from '../../files/FilesOf.tsx'
import { Verdict } from './Answer.tsx'
import { BothTexts } from './BothTexts.tsx'
import styles from './CustomerTicket.module.css'
import { useIsOwn } from './own.tsx'
import { useWhen } from './when.tsx'

type Props = {
  readonly ticket: PresentedTicket
  readonly answer: NonNullable<PresentedTicket['offeredByOriginal']>
}

export const SharedAnswer = ({ ticket, answer }: Props) => {
  const { t } = useWords()
  const when = useWhen()
  const isOwn = useIsOwn(ticket)
  const asks = ticket.may.includes('accept-solution')
  return (
    <Card raised={asks} label={t('customerTicket:answer.title')}>
      <div className={styles['by']}>
        <div>
          <b>{t('customerTicket:answer.title')}</b>
          <div className={styles['at']}>{when(answer.at)}</div>
        </div>
      </div>
      <BothTexts text={answer.text} />
      <FilesOf files={answer.files} of={`solution:${answer.round}`} />
      {asks && <Verdict ticket={ticket} />}
      {answer.state === 'accepted' && (
        <p className={styles['ifNothing']} role="status">
          <Icon name="check" size={14} />{' '}
          {isOwn ? t('customerTicket:answer.saidYes') : t('customerTicket:ofColleague.acceptedText')}
        </p>
      )}
    </Card>
  )
}
