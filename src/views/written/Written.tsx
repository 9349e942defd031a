// What people wrote, as React elements: most of it is paragraphs, for which nothing has to be loaded; the rest is parsed by a
// piece of its own, and until that is there one reads the text as it was typed.
import { lazy, Suspense } from 'react'
import { isPlain, paragraphsOf } from '../../fields/multilingual-text/markdown-tree.ts'
import type { ReadText } from '../../fields/multilingual-text/read-text.ts'
import { UserText } from '../../web/ui/index.ts'
import { Blocks } from './Blocks.tsx'
import styles from './Written.module.css'

const Parsed = lazy(async () => ({ default: (await import('./Parsed.tsx')).Parsed }))

export const Written = ({ read: { text, language, dir } }: { readonly read: ReadText }) => (
  <div className={styles['written']} lang={language === 'und' ? undefined : language} dir={dir}>
    {isPlain(text) ? (
      <Blocks blocks={paragraphsOf(text)} dir={dir} />
    ) : (
      <Suspense fallback={<UserText form="body">{text}</UserText>}>
        <Parsed text={text} dir={dir} />
      </Suspense>
    )}
  </div>
)
