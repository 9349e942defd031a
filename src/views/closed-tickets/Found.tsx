import { useLayoutEffect, useState } from 'react'
import { directionOf } from '../../fields/multilingual-text/language-tag.ts'
import type { ReadText } from '../../fields/multilingual-text/read-text.ts'
import type { FoundText } from '../../queries/closed-tickets/found.ts'
import { UserText } from '../../web/ui/index.ts'
import { useWidth } from '../../web/ui/useWidth.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { aroundFound } from './around-found.ts'
import styles from './ClosedTickets.module.css'

type Props = { readonly title: ReadText; readonly found: FoundText | null }

/** A title with what was looked for marked in it; where that stands in another text, a piece of it below. */
export const Found = ({ title, found }: Props) => {
  const { t } = useWords()
  const inTitle = found?.where === 'title' && found.language === title.language
  if (inTitle) return <Line key={textOf(found)} found={found} dir={title.dir} />
  return (
    <>
      <UserText lang={title.language} dir={title.dir} form="line">
        {title.text}
      </UserText>
      {found && (
        <span className={styles['found']}>
          <span>{t(`closedTickets:found.${found.where}`)}</span>{' '}
          <Line key={textOf(found)} found={found} dir={directionOf(found.language)} />
        </span>
      )}
    </>
  )
}

const textOf = ({ pieces }: FoundText): string => pieces.map(({ text }) => text).join('')

/** Where the word that was found would lie beyond the line's end, the line begins near it. */
const Line = ({ found, dir }: { readonly found: FoundText; readonly dir: ReadText['dir'] }) => {
  const { ref, width } = useWidth<HTMLSpanElement>(0)
  const [needs, setNeeds] = useState({ before: 0, word: 0 })
  useLayoutEffect(() => {
    const mark = ref.current?.querySelector('mark')?.getBoundingClientRect()
    const line = ref.current?.getBoundingClientRect()
    if (mark && line)
      setNeeds({ before: dir === 'rtl' ? line.right - mark.right : mark.left - line.left, word: mark.width })
  }, [ref, dir])
  const text = textOf(found)
  const isBeyond = needs.before + needs.word > width
  const room = ((found.pieces[0]?.text.length ?? 0) * (width - needs.word)) / needs.before
  return (
    <span ref={ref} className={styles['line']} title={isBeyond ? text : undefined}>
      <UserText
        lang={found.language}
        dir={dir}
        form="line"
        pieces={isBeyond ? aroundFound(found.pieces, Math.floor(room)) : found.pieces}
      >
        {text}
      </UserText>
    </span>
  )
}
