import { useRef, useState } from 'react'
import { ticketTexts } from '../../entities/ticket/ticket.ts'
import { languageOnly } from '../../fields/multilingual-text/language-tag.ts'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { useKeys } from '../../web/use-keys.ts'
import { focusFromNowhere } from '../../web/ui/focus.ts'
import { Button, Refused, TextArea, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useWhenClosed } from '../staff/when-closed.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { useSeen, type Seen } from '../ticket/use-seen.tsx'
import { useDraft } from '../ticket/writing/use-draft.tsx'
import { useVerb } from '../ticket/use-verb.tsx'
import { useGivenUp, writtenIn } from './edited.tsx'
import type { Edited } from './edited.tsx'
import type { Rounds } from './rounds.ts'
import type { Steps } from './Review.tsx'
import styles from './Decision.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly rounds: Rounds
  readonly steps: Steps
  readonly edited: Edited
}

/** Refusing stands at the start, approving at the end, far apart; in between, where the answer goes. */
export const Decision = ({ ticket, rounds, steps, edited: { text: edited, edit } }: Props) => {
  const { t } = useWords()
  const { me, label } = useSession()
  const verb = useVerb(ticket.number)
  const [returning, setReturning] = useState(false)
  const [problem, setProblem] = useState<string>()
  const givenUp = useGivenUp()
  const written = writtenIn(rounds)
  const number = label(ticket.number)
  const mayApprove = ticket.may.includes('approve-solution')
  const mayReturn = ticket.may.includes('return-solution')

  const decide = async (what: 'approve-solution' | 'return-solution', body: Record<string, unknown>, seen?: Seen) => {
    setProblem(undefined)
    try {
      await verb.mutateAsync({ verb: what, body, ...(seen && { seen }) })
      if (what === 'approve-solution') edit(undefined)
      toasts.show({ text: t(`actions:done.${what}`, { number }) })
      steps.decided()
      return true
    } catch (failure) {
      setProblem(sentenceIn(failure, t))
      return false
    }
  }
  const changed = edited !== undefined && edited.trim() !== written.trim()
  const approve = () => {
    if (!mayApprove || verb.isPending || returning || edited?.trim() === '') return
    void decide('approve-solution', changed ? { solution: inLanguage(rounds, edited) } : {})
  }
  const stopEditing = () => {
    edit(undefined)
    if (changed) givenUp(() => edit(edited))
  }
  const beginReturn = () => {
    steps.stay()
    setReturning(true)
  }
  useKeys({
    x: () => mayReturn && beginReturn(),
    e: () => mayApprove && edit(edited ?? written),
    'mod+enter': approve,
  })

  const foot = useRef<HTMLElement>(null)
  // whoever returns nothing after all stands at the button that they had pressed
  useWhenClosed(returning || undefined, () => focusFromNowhere(foot.current?.querySelector('button')))

  return (
    <footer ref={foot} className={styles['foot']}>
      <Refused>{problem}</Refused>
      {returning ? (
        <Returning
          ticket={ticket}
          rounds={rounds}
          busy={verb.isPending}
          onStop={() => setReturning(false)}
          onReturn={(reason, seen) => decide('return-solution', { reason }, seen)}
        />
      ) : (
        <div className={styles['decision']}>
          {mayReturn && (
            <Button size="m" icon="undo" keys="x" onClick={beginReturn}>
              {t('review:return')}
            </Button>
          )}
          <span className={styles['goes']}>
            {mayApprove ? (
              <Goes ticket={ticket} rounds={rounds} />
            ) : (
              t(rounds.now.author.id === me.id ? 'review:ownSolution' : 'review:notReviewer')
            )}
          </span>
          {mayApprove && (
            <span className={styles['approving']}>
              {edited === undefined ? (
                <Button size="m" keys="e" onClick={() => edit(written)}>
                  {t('review:edit')}
                </Button>
              ) : (
                <Button size="m" onClick={stopEditing}>
                  {t('review:stopEditing')}
                </Button>
              )}
              <Button size="m" kind="primary" keys="mod+Enter" busy={verb.isPending} onClick={approve}>
                {changed ? t('review:approveEdited') : t('review:approve')}
              </Button>
            </span>
          )}
        </div>
      )}
    </footer>
  )
}

/** The reviewer's text stays in the answer's language. */
const inLanguage = ({ now }: Rounds, text: string) => ({
  source: now.text.source,
  texts: { [now.text.source]: text.trim() },
})

const Goes = ({ ticket, rounds }: Pick<Props, 'ticket' | 'rounds'>) => {
  const { t, format } = useWords()
  const { name } = ticket.customer
  const language = rounds.now.text.source
  const asked = ticket.description.source
  const isKnown = language !== 'und'
  const differs = isKnown && asked !== 'und' && languageOnly(asked) !== languageOnly(language)
  const joined = ticket.joined.length
  return (
    <>
      {isKnown ? t('review:goesToIn', { name, language: format.language(language) }) : t('review:goesTo', { name })}
      {joined > 0 && <b className={styles['heed']}>{t('review:joinedToo', { count: joined })}</b>}
      {differs && (
        <b className={styles['heed']}>
          {t('review:otherLanguage', { answer: format.language(language), question: format.language(asked) })}
        </b>
      )}
    </>
  )
}

type ReturningProps = Pick<Props, 'ticket' | 'rounds'> & {
  readonly busy: boolean
  readonly onStop: () => void
  readonly onReturn: (reason: string, seen: Seen) => Promise<boolean>
}

/** In place, with the answer still in sight. */
const Returning = ({ ticket, rounds, busy, onStop, onReturn }: ReturningProps) => {
  const { t } = useWords()
  const { me } = useSession()
  const [reason, say] = useDraft(`${me.id}.${ticket.number}.return`)
  const seen = useSeen(ticket.number)
  const send = async () => {
    if (!reason.trim() || busy) return
    if (await onReturn(reason.trim(), seen)) say('')
  }
  return (
    <form
      className={styles['returning']}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => event.key === 'Escape' && onStop()}
    >
      <TextArea
        label={t('review:returnReason')}
        hint={t('review:returnText')}
        value={reason}
        maxLength={ticketTexts.reason.max}
        rows={2}
        autoFocus
        onValue={say}
        onSubmit={() => void send()}
      />
      <div className={styles['buttons']}>
        <Button size="m" type="submit" icon="undo" keys="mod+Enter" busy={busy} disabled={!reason.trim()}>
          {t('review:returnTo', { name: rounds.now.author.name })}
        </Button>
        <Button size="m" kind="quiet" onClick={onStop}>
          {t('staff:cancel')}
        </Button>
      </div>
    </form>
  )
}
