import { Dialog, together } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceOf } from './event-sentence.ts'
import type { SentenceReader } from './event-sentence.ts'
import { Reason } from './Thread.tsx'
import type { TracedEvent } from './traced-events.ts'
import styles from './HistoryDrawer.module.css'

type Props = {
  readonly events: readonly TracedEvent[]
  readonly reader: SentenceReader
  readonly open: boolean
  readonly onClose: () => void
}

/** "Why?": everything that led here, in full sentences, day by day. */
export const HistoryDrawer = ({ events, reader, open, onClose }: Props) => {
  const { t, format } = useWords()
  return (
    <Dialog open={open} onClose={onClose} place="end" title={t('staffTicket:history')} closeLabel={t('staff:close')}>
      <ol className={styles['history']}>
        {events.map((event, index) => {
          const day = format.day(event.at)
          const before = events[index - 1]
          return (
            <li key={event.id}>
              {(!before || format.day(before.at) !== day) && <h3 className={styles['day']}>{day}</h3>}
              <div className={styles['happened']}>
                <time dateTime={event.at}>{format.time(event.at)}</time>
                <span>
                  {together(sentenceOf(event, reader))}
                  {event.reason && <Reason text={event.reason} />}
                </span>
              </div>
            </li>
          )
        })}
      </ol>
    </Dialog>
  )
}
