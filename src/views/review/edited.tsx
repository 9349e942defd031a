// The reviewer's own version of an answer: kept in the tab for its round until it is sent or given up.
import { useState } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { Banner, Button, UserText, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useDraft } from '../ticket/writing/use-draft.tsx'
import { useCopy } from '../use-copy.ts'
import type { Rounds } from './rounds.ts'
import styles from './Edited.module.css'

const useKept = (number: number, round: number) => {
  const { me } = useSession()
  return useDraft(`${me.id}.${number}.edited.${round}`)
}

export type Edited = {
  readonly text: string | undefined
  /** Not what came back from before: whoever goes through the answers with keys would write in it. */
  readonly byHand: boolean
  readonly edit: (text: string | undefined) => void
}

export const useEdited = (number: number, { now }: Rounds, onBegin: () => void): Edited => {
  const [kept, keep] = useKept(number, now.round)
  const [text, setText] = useState(kept || undefined)
  const [byHand, setByHand] = useState(false)
  const written = writtenIn({ now })
  return {
    text,
    byHand,
    edit: (next) => {
      if (next !== undefined && text === undefined) onBegin()
      setText(next)
      setByHand(true)
      keep(next === undefined || next.trim() === written.trim() ? '' : next)
    },
  }
}

/** One press throws a whole text away: it can be had back for as long as one is told so. */
export const useGivenUp = (): ((onUndo: () => void) => void) => {
  const { t } = useWords()
  return (onUndo) => toasts.show({ text: t('review:discarded'), undo: { label: t('actions:undo'), onUndo } })
}

/** The answer as its representative wrote it. */
export const writtenIn = ({ now }: Pick<Rounds, 'now'>): string => now.text.texts[now.text.source]?.text ?? ''

type Props = { readonly ticket: PresentedTicket; readonly but?: number }

/** What was changed in a round that was decided or withdrawn meanwhile. */
export const NotSent = ({ ticket, but }: Props) =>
  ticket.rounds
    .filter(({ round }) => round !== but)
    .map(({ round }) => <OfRound key={round} number={ticket.number} round={round} />)

const OfRound = ({ number, round }: { readonly number: number; readonly round: number }) => {
  const { t } = useWords()
  const copy = useCopy()
  const [text, keep] = useKept(number, round)
  const givenUp = useGivenUp()
  if (!text) return null
  const discard = () => {
    keep('')
    givenUp(() => keep(text))
  }
  return (
    <section className={styles['notSent']} aria-label={t('review:notSent', { round })}>
      <Banner tone="wait">
        {t('review:notSent', { round })}
        <UserText form="body">{text}</UserText>
        <div className={styles['acts']}>
          <Button kind="text" onClick={() => void copy(text, t('review:copied'))}>
            {t('review:copy')}
          </Button>
          <Button kind="text" onClick={discard}>
            {t('review:stopEditing')}
          </Button>
        </div>
      </Banner>
    </section>
  )
}
