import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import styles from './Account.module.css'

type Props<Result> = {
  /** What the button does. */
  readonly confirm: string
  readonly danger?: boolean
  readonly prove: (password: string) => Promise<Result>
  readonly onProven: (result: Result) => void
  readonly onCancel?: () => void
}

/** The password once more before something that an open page alone should not decide. */
export const ProveForm = <Result,>({ confirm, danger = false, prove, onProven, onCancel }: Props<Result>) => {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const proof = useMutation({ mutationFn: () => prove(password), onSuccess: onProven })
  const rest = restOf(proof.error, t, ['password'])
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!proof.isPending) proof.mutate()
      }}
    >
      <TextField
        label={t('profile:current')}
        hint={t('profile:proveText')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        autoFocus
        dir="ltr"
        value={password}
        onValue={setPassword}
        error={fieldSentences(proof.error)['password']}
      />
      {rest && (
        <Banner tone="danger" live>
          {rest}
        </Banner>
      )}
      <div className={styles['buttons']}>
        <Button size="m" type="submit" kind={danger ? 'danger' : 'primary'} busy={proof.isPending}>
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
