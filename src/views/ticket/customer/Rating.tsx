// Stars after closing: the first touch saves, the comment comes after it and may stay away.
import { useRef, useState } from 'react'
import { ticketEntity } from '../../../entities/ticket/ticket.ts'
import { MultilingualTextInput } from '../../../fields/multilingual-text/MultilingualTextInput.tsx'
import { ScaleCell } from '../../../fields/scale/ScaleCell.tsx'
import { ScaleInput } from '../../../fields/scale/ScaleInput.tsx'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { ratedNow } from '../../../workflow/rated-now.ts'
import { Button, Card, Refused } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import { allSpokenStars, spokenStars, starWord } from '../../star-words.tsx'
import { useDraft } from '../writing/use-draft.tsx'
import { useVerb } from '../use-verb.tsx'
import { useAskedOf } from './asked-first.tsx'
import { BothTexts } from './BothTexts.tsx'
import styles from './CustomerTicket.module.css'
import { useIsOwn } from './own.tsx'

type Props = { readonly ticket: PresentedTicket }

export const Rating = ({ ticket }: Props) =>
  ticket.may.includes('rate') ? <Rate ticket={ticket} /> : <Rated ticket={ticket} />

const Rate = ({ ticket }: Props) => {
  const { t, format } = useWords()
  const rate = useVerb(ticket.number)
  const { score: suggested } = useAskedOf(ticket)
  const { given, earlier } = ofWhichClosing(ticket)
  // the server keeps what was written with stars of the same closing
  const save = (next: number) =>
    rate.mutateAsync({
      verb: 'rate',
      body: { score: next },
      // a device whose clock is slow would take its own stars for those of an earlier closing
      expect: { rating: { score: next, comment: given?.comment ?? null, at: ticket.closedAt ?? '' } },
    })
  const [latest, touched] = useLatest(save)
  const score = latest ?? given?.score
  const problem = sentenceFor(rate.error, t)
  return (
    <Card label={t('customerTicket:rating.ask')} className={styles['rating'] ?? ''}>
      <h2 className={styles['ask']}>{t('customerTicket:rating.ask')}</h2>
      <ScaleInput
        value={score ?? suggested}
        onValue={touched}
        label={t('customerTicket:rating.ask')}
        spoken={allSpokenStars(t)}
      />
      <p className={styles['saved']} role="status">
        {score === undefined && suggested !== undefined ? (
          <Button kind="primary" size="m" busy={rate.isPending} onClick={() => touched(suggested)}>
            {t('customerTicket:rating.saveThis', { word: starWord(t, suggested) })}
          </Button>
        ) : score ? (
          <>
            <b>{starWord(t, score)}</b> {!rate.isPending && !problem && `· ${t('customerTicket:rating.saved')}`}
          </>
        ) : (
          t('customerTicket:rating.hint')
        )}
      </p>
      <Refused>{problem}</Refused>
      {earlier && (
        <p className={styles['until']}>
          {t('customerTicket:rating.earlier', { word: starWord(t, earlier.score), day: format.day(earlier.at) })}
        </p>
      )}
      {given && <Comment ticket={ticket} score={given.score} />}
      {ticket.rateUntil && given && (
        <p className={styles['until']}>{t('customerTicket:rating.until', { day: format.lastDay(ticket.rateUntil) })}</p>
      )}
    </Card>
  )
}

/** What the present closing was given, or else an earlier one, before the ticket was reopened. */
const ofWhichClosing = ({ rating, closedAt }: PresentedTicket) => {
  if (!rating) return { given: null, earlier: null }
  return ratedNow(rating.at, closedAt) ? { given: rating, earlier: null } : { given: null, earlier: rating }
}

/** One at a time, the last one wins: two on the way together arrive in any order. Gives what is still to be sent. */
const useLatest = (send: (next: number) => Promise<unknown>) => {
  const [latest, keep] = useState<number>()
  const waiting = useRef<number>(undefined)
  const isBusy = useRef(false)
  const touched = async (next: number): Promise<void> => {
    waiting.current = next
    keep(next)
    if (isBusy.current) return
    isBusy.current = true
    while (waiting.current !== undefined) {
      const score = waiting.current
      waiting.current = undefined
      // what went wrong is told where it is asked for
      await send(score).catch(() => {})
    }
    isBusy.current = false
    keep(undefined)
  }
  return [latest, (next: number) => void touched(next)] as const
}

const Comment = ({ ticket, score }: Props & { score: number }) => {
  const { t } = useWords()
  const { me, read } = useSession()
  const before = ticket.rating?.comment ? read(ticket.rating.comment).text : ''
  const [kept, keep] = useDraft(`${me.id}.${ticket.number}.comment`)
  // what was typed here; else what stands there, also what another page of theirs just wrote
  const [typed, type] = useState(kept || undefined)
  const comment = typed ?? before
  const write = (next: string) => {
    type(next)
    keep(next === before ? '' : next)
  }
  const rate = useVerb(ticket.number)
  const form = useRef<HTMLFormElement>(null)
  const isNew = comment.trim() !== before
  const send = () => {
    if (isNew && !rate.isPending)
      rate.mutate(
        { verb: 'rate', body: { score, comment: comment.trim() ? comment : null } },
        {
          onSuccess: () => {
            // the button goes
            form.current?.querySelector('textarea')?.focus({ preventScroll: true })
            keep('')
            type((now) => (now === comment ? undefined : now))
          },
        },
      )
  }
  const problem = sentenceFor(rate.error, t)
  return (
    <form
      ref={form}
      className={styles['comment']}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <MultilingualTextInput
        large
        lines="many"
        rows={2}
        label={t('customerTicket:rating.comment')}
        placeholder={t('customerTicket:rating.commentHelp')}
        max={ticketEntity.rating.fields.comment.max}
        value={comment}
        onValue={write}
        onSubmit={send}
        status={!isNew && before ? t('customerTicket:rating.thanks') : undefined}
      />
      <Refused>{problem}</Refused>
      {isNew && (
        <Button type="submit" kind="primary" size="m" busy={rate.isPending}>
          {t(`customerTicket:rating.${comment.trim() ? 'sendComment' : 'removeComment'}`)}
        </Button>
      )}
    </form>
  )
}

/** The days for changing it are over, or it is a colleague's. */
const Rated = ({ ticket }: Props) => {
  const { t } = useWords()
  const isOwn = useIsOwn(ticket)
  const { rating } = ticket
  if (!rating) return null
  const title = isOwn ? t('customerTicket:rating.yours') : t('customerTicket:rating.ofColleague')
  return (
    <Card label={title}>
      <div className={styles['rated']}>
        <b>{title}</b>
        <ScaleCell value={rating.score} size={20} label={spokenStars(t, rating.score)} />
      </div>
      {rating.comment && <BothTexts text={rating.comment} />}
      {isOwn && <p className={styles['until']}>{t('customerTicket:rating.over')}</p>}
    </Card>
  )
}
