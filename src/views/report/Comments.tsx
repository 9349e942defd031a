import { directionOf } from '../../fields/multilingual-text/language-tag.ts'
import { readText } from '../../fields/multilingual-text/read-text.ts'
import { ScaleCell } from '../../fields/scale/ScaleCell.tsx'
import type { Comment } from '../../reports/monthly-performance/monthly-performance.ts'
import { Link, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { spokenStars } from '../star-words.tsx'
import styles from './Report.module.css'

type Props = { readonly comments: readonly Comment[]; readonly written: number }

/** What customers wrote with their stars, the newest first. */
export const Comments = ({ comments, written }: Props) => {
  const { t } = useWords()
  if (comments.length === 0) return <p className="dim">{t('report:noComments')}</p>
  return (
    <>
      <ul className={styles['comments']}>
        {comments.map((comment) => (
          <Written key={`${comment.ticket} ${comment.at}`} comment={comment} />
        ))}
      </ul>
      {written > comments.length && (
        <p className={styles['made']}>{t('report:moreComments', { count: written - comments.length })}</p>
      )}
    </>
  )
}

/** In their own words and language; a translation, where there is one in the reader's, one press away. */
const Written = ({ comment: { score, comment, customer, ticket } }: { readonly comment: Comment }) => {
  const { t, format } = useWords()
  const { read, label } = useSession()
  const own = readText(comment, comment.source)
  const understood = read(comment)
  return (
    <li>
      <ScaleCell value={score} label={spokenStars(t, score)} />
      <div>
        <UserText lang={own.language} dir={directionOf(own.language)} form="block">
          {own.text}
        </UserText>
        <p className={styles['by']}>
          <bdi>{customer}</bdi> ·{' '}
          <Link href={`/incoming/${ticket}`}>
            <bdi className="together">{label(ticket)}</bdi>
          </Link>{' '}
          · {format.language(own.language)}
        </p>
        {understood.language !== own.language && (
          <details className={styles['translation']}>
            <summary>{t('lookBack:report.translation')}</summary>
            <UserText lang={understood.language} dir={understood.dir} form="block">
              {understood.text}
            </UserText>
          </details>
        )}
      </div>
    </li>
  )
}
