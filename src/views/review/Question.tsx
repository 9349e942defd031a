import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { Avatar, Icon, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FilesOf } from '../files/FilesOf.tsx'
import { Failed } from '../staff/Failed.tsx'
import { ScrollRegion } from '../staff/ScrollRegion.tsx'
import { useNow } from '../staff/now.tsx'
import { LanguageChip, TextShown } from '../ticket/staff/TextShown.tsx'
import type { Said, ThreadItem } from '../ticket/staff/thread.ts'
import { when } from '../ticket/staff/when.ts'
import type { useSaidAndDone } from '../ticket/use-said-and-done.tsx'
import styles from './Review.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly items: readonly ThreadItem[]
  readonly happenings: ReturnType<typeof useSaidAndDone>
}

/** What was asked, and what was said since: everything the answer has to fit. */
export const Question = ({ ticket, items, happenings: { messages, problem, askAgain } }: Props) => {
  const { t } = useWords()
  const [question, ...others] = items.filter((item): item is Said => item.kind === 'message')
  return (
    <ScrollRegion className={styles['column']} label={t('review:question')}>
      <div className={styles['columnHead']}>
        <h3>{t('review:question')}</h3>
        {question && <LanguageChip text={question.text} />}
      </div>
      {question && <Words files={ticket.files} item={question} />}
      {problem ? (
        <Failed level={3} title={t('staffTicket:partFailed')} problem={problem} onRetry={askAgain} />
      ) : (
        !messages && (
          <div className={styles['coming']}>
            <SkeletonRows rows={4} shape="text" label={t('shell:loading')} />
          </div>
        )
      )}
      {others.length > 0 && (
        <>
          <h3 className={styles['since']}>{t('review:since')}</h3>
          <ol className={styles['others']}>
            {others.map((item) => (
              <li key={item.key} data-inner={item.inner || undefined}>
                <Words files={ticket.files} item={item} chip />
              </li>
            ))}
          </ol>
        </>
      )}
    </ScrollRegion>
  )
}

type WordsProps = Pick<PresentedTicket, 'files'> & { readonly item: Said; readonly chip?: boolean }

const Words = ({ files, item, chip = false }: WordsProps) => {
  const { t, format } = useWords()
  const now = useNow()
  return (
    <article className={styles['said']}>
      <header className={styles['by']}>
        {item.inner ? <Icon name="lock" size={13} /> : <Avatar name={item.author.name} ours={item.side === 'staff'} />}
        <bdi>{item.author.name}</bdi>
        {item.inner && <span>{t('staffTicket:note')}</span>}
        <time dateTime={item.at}>{when(t, format, item.at, now)}</time>
        {chip && <LanguageChip text={item.text} />}
      </header>
      <div className={styles['text']}>
        <TextShown text={item.text} />
        <FilesOf files={files} of={item.key} />
      </div>
    </article>
  )
}
