import type { ReactNode } from 'react'
import { Button, Refused } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Account.module.css'

type Props = {
  /** What the button does. */
  readonly confirm: string
  readonly danger?: boolean
  readonly busy: boolean
  /** What is wrong and no field says. */
  readonly problem: string | undefined
  readonly onSubmit: () => void
  readonly onCancel: (() => void) | undefined
  readonly children: ReactNode
}

/** One field, and what is done with it: a password once more, a code. */
export const AskedForm = ({ confirm, danger = false, busy, problem, onSubmit, onCancel, children }: Props) => {
  const { t } = useWords()
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      {children}
      <Refused>{problem}</Refused>
      <div className={styles['buttons']}>
        <Button size="m" type="submit" kind={danger ? 'danger' : 'primary'} busy={busy}>
          {confirm}
        </Button>
        {onCancel && (
          <Button size="m" onClick={onCancel}>
            {t('profile:cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
