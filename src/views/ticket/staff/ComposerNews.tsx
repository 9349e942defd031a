import { Banner } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { SentenceReader } from './event-sentence.ts'
import { Meanwhile } from './Meanwhile.tsx'
import type { ThreadItem } from './thread.ts'
import styles from './StaffTicket.module.css'

type Props = {
  /** Of what was just tried. */
  readonly problem: string | undefined
  /** The code with which a held message came back. */
  readonly came: string | null
  readonly items: readonly ThreadItem[]
  readonly reader: SentenceReader
}

/** What stands in the way, above what is written. */
export const ComposerNews = ({ problem, came, items, reader }: Props) => {
  const { t } = useWords()
  const sentence = problem ?? (came ? sentenceOfCode(came, t) : undefined)
  if (!sentence && items.length === 0) return null
  return (
    <div className={styles['meanwhile']}>
      {sentence && (
        <Banner tone="danger" live>
          {sentence}
        </Banner>
      )}
      <Meanwhile items={items} reader={reader} />
    </div>
  )
}

const sentenceOfCode = (code: string, t: ReturnType<typeof useWords>['t']): string =>
  code === 'changedMeanwhile' ? t('refusals:changedMeanwhile') : t('staffTicket:held.came')
