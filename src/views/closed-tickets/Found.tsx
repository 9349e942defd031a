import { directionOf } from '../../fields/multilingual-text/language-tag.ts'
import type { ReadText } from '../../fields/multilingual-text/read-text.ts'
import type { FoundText } from '../../queries/closed-tickets/found.ts'
import { UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './ClosedTickets.module.css'

type Props = { readonly title: ReadText; readonly found: FoundText | null }

/** A title with what was looked for marked in it; where that stands in another text, a piece of it below. */
export const Found = ({ title, found }: Props) => {
  const { t } = useWords()
  const inTitle = found?.where === 'title' && found.language === title.language
  return (
    <>
      <UserText lang={title.language} dir={title.dir} form="line" pieces={inTitle ? found.pieces : undefined}>
        {title.text}
      </UserText>
      {found && !inTitle && (
        <span className={styles['found']}>
          <span>{t(`closedTickets:found.${found.where}`)}</span>{' '}
          <UserText lang={found.language} dir={directionOf(found.language)} form="line" pieces={found.pieces}>
            {found.pieces.map(({ text }) => text).join('')}
          </UserText>
        </span>
      )}
    </>
  )
}
