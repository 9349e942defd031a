// A text in the reader's language, and where that is a translation the original one press away. Never replaced, always both.
import { useState } from 'react'
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import { Button } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { Written } from '../../written/Written.tsx'
import { useSession } from '../../session.tsx'

export const BothTexts = ({ text }: { readonly text: PresentedText }) => {
  const { t } = useWords()
  const { read } = useSession()
  const [original, setOriginal] = useState(false)
  const mine = read(text)
  return (
    <>
      <Written read={original ? readText(text, text.source) : mine} />
      {!mine.isOriginal && (
        <Button kind="text" icon="globe" onClick={() => setOriginal(!original)}>
          {original ? t('customerTicket:conversation.translation') : t('customerTicket:conversation.original')}
        </Button>
      )}
    </>
  )
}
