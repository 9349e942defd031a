import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Refused } from '../../../web/ui/index.ts'
import type { Translate } from '../../../words/key.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { SentenceReader } from './event-sentence.ts'
import type { Hindrance } from './hindrance.ts'
import { Meanwhile } from './Meanwhile.tsx'
import type { ThreadItem } from './thread.ts'
import styles from './StaffTicket.module.css'

type Props = {
  readonly ticket: PresentedTicket
  /** As the ticket stands. */
  readonly hindrance: Hindrance | undefined
  /** Of what was just tried. */
  readonly problem: string | undefined
  /** The code with which a held message came back. */
  readonly came: string | null
  readonly items: readonly ThreadItem[]
  readonly reader: SentenceReader
}

/** What stands in the way, above what is written. */
export const ComposerNews = ({ ticket, hindrance, problem, came, items, reader }: Props) => {
  const { t } = useWords()
  const hindered = hindrance && sentenceOfHindrance(hindrance, ticket, t)
  const sentence = hindered ?? problem ?? (came ? sentenceOfCode(came, t) : undefined)
  if (!sentence && items.length === 0) return null
  return (
    <div className={styles['meanwhile']}>
      <Refused>{sentence}</Refused>
      <Meanwhile items={items} reader={reader} />
    </div>
  )
}

const sentenceOfHindrance = (hindrance: Hindrance, { status, assignee }: PresentedTicket, t: Translate): string =>
  t(`staffTicket:composer.notNow.${hindrance}`, {
    status: t(`glossary:status.${status}`),
    assignee: assignee.member?.name ?? '',
  })

const sentenceOfCode = (code: string, t: Translate): string =>
  code === 'changedMeanwhile' ? t('refusals:changedMeanwhile') : t('staffTicket:held.came')
