// A text in the reader's language, and where that is a translation the original one press away. Never replaced, always both.
import { useState } from 'react'
import { MultilingualTextCell } from '../../../fields/multilingual-text/MultilingualTextCell.tsx'
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import { Button } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'

export const BothTexts = ({ text }: { readonly text: PresentedText }) => {
  const { t } = useWords()
  const { read } = useSession()
  const [original, setOriginal] = useState(false)
  const mine = read(text)
  return (
    <>
      <MultilingualTextCell value={original ? readText(text, text.source) : mine} form="body" />
      {!mine.isOriginal && (
        <Button kind="text" icon="globe" onClick={() => setOriginal(!original)}>
          {original ? t('customerTicket:conversation.translation') : t('customerTicket:conversation.original')}
        </Button>
      )}
    </>
  )
}
