import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { AskedForm } from './AskedForm.tsx'

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
  return (
    <AskedForm
      confirm={confirm}
      danger={danger}
      busy={proof.isPending}
      problem={restOf(proof.error, t, ['password'])}
      onSubmit={() => proof.mutate()}
      onCancel={onCancel}
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
    </AskedForm>
  )
}
