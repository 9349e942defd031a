import { useState } from 'react'
import { UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { restOfText } from './rest-of-text.ts'
import styles from './MailIn.module.css'

type Props = { readonly text: string; readonly whole: string }

/** What somebody wrote now; what they quoted and their signature are one press away, never lost. */
export const FoldedText = ({ text, whole }: Props) => {
  const rest = restOfText(text, whole)
  return (
    <>
      <UserText form="body">{text || whole}</UserText>
      {rest && <Folded rest={rest} />}
    </>
  )
}

const Folded = ({ rest }: { readonly rest: string }) => {
  const { t } = useWords()
  const [shown, show] = useState(false)
  return (
    <div className={styles['folded']}>
      <button
        type="button"
        className={styles['unfold']}
        aria-expanded={shown}
        title={t('mailIn:folded')}
        onClick={() => show((now) => !now)}
      >
        <span aria-hidden>•••</span> {t(shown ? 'mailIn:hideRest' : 'mailIn:unfold')}
      </button>
      {shown && (
        <div className={styles['rest']}>
          <UserText form="body">{rest}</UserText>
        </div>
      )}
    </div>
  )
}
