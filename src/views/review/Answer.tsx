import { useMemo, useState } from 'react'
import type { PresentedRound, PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { directionOf } from '../../fields/multilingual-text/language-tag.ts'
import { ticketEntity } from '../../entities/ticket/ticket.ts'
import { Avatar, Banner, Segmented, TextArea } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FilesOf } from '../files/FilesOf.tsx'
import { ScrollRegion } from '../staff/ScrollRegion.tsx'
import { useNow } from '../staff/now.tsx'
import { LanguageChip, TextShown } from '../ticket/staff/TextShown.tsx'
import { Reason } from '../ticket/staff/Thread.tsx'
import type { TracedEvent } from '../ticket/staff/traced-events.ts'
import { when } from '../ticket/staff/when.ts'
import type { Edited } from './edited.tsx'
import { comparable } from './rounds.ts'
import type { Rounds } from './rounds.ts'
import { wordDiff } from './word-diff.ts'
import styles from './Review.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly rounds: Rounds
  readonly events: readonly TracedEvent[]
  readonly edited: Edited
}

/** The proposed answer: what changed since the round before, or as it goes out, or while the reviewer changes it. */
export const Answer = ({ ticket, rounds, events, edited: { text: edited, byHand, edit } }: Props) => {
  const { t, format } = useWords()
  const now = useNow()
  const both = useMemo(() => comparable(rounds), [rounds])
  const [how, show] = useState<'changes' | 'out'>('changes')
  const withChanges = both && how === 'changes' && edited === undefined
  return (
    <ScrollRegion className={styles['column']} label={t('review:answer')}>
      <div className={styles['columnHead']}>
        <h3>{t('review:answer')}</h3>
        {both && edited === undefined && (
          <Segmented
            label={t('review:how')}
            value={how}
            onChange={show}
            options={[
              { value: 'changes', label: t('review:changes', { round: rounds.before?.round ?? 1 }) },
              { value: 'out', label: t('review:asItGoesOut') },
            ]}
          />
        )}
      </div>
      {rounds.before?.reason && <WhyItCameBack round={rounds.before} events={events} />}
      <article className={styles['said']}>
        <header className={styles['by']}>
          <Avatar name={rounds.now.author.name} ours />
          <bdi>{rounds.now.author.name}</bdi>
          <time dateTime={rounds.now.proposedAt}>{when(t, format, rounds.now.proposedAt, now)}</time>
          {!withChanges && edited === undefined && <LanguageChip text={rounds.now.text} />}
        </header>
        <div className={styles['text']}>
          {edited !== undefined ? (
            <TextArea
              label={t('review:editLabel')}
              value={edited}
              lang={rounds.now.text.source}
              maxLength={ticketEntity.solution.fields.solution.max}
              autoFocus={byHand}
              onValue={edit}
            />
          ) : withChanges ? (
            <Changes {...both} />
          ) : (
            <TextShown text={rounds.now.text} />
          )}
          <FilesOf files={ticket.files} of={`solution:${rounds.now.round}`} />
        </div>
      </article>
    </ScrollRegion>
  )
}

const Changes = ({ before, now, language }: NonNullable<ReturnType<typeof comparable>>) => {
  const parts = useMemo(() => wordDiff(before, now, language), [before, now, language])
  return (
    <div className={styles['changes']} lang={language} dir={directionOf(language)}>
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        return kind === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>
      })}
    </div>
  )
}

type CameBack = { readonly round: PresentedRound; readonly events: readonly TracedEvent[] }

const WhyItCameBack = ({ round, events }: CameBack) => {
  const { t } = useWords()
  const { state, reason } = round
  if (!reason || (state !== 'returned' && state !== 'declined' && state !== 'withdrawn')) return null
  const returned = events.findLast(
    ({ happened, details }) => happened === 'solutionReturned' && details['round'] === round.round,
  )
  const name = round.reviewedBy?.name ?? returned?.actor?.name ?? t('happened:system')
  return (
    <Banner tone="wait">
      <b>{t(`review:${state}`, { round: round.round, name })}</b> <Reason text={reason} />
    </Banner>
  )
}
