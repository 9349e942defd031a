import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Button, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { OutsideForm } from './OutsideForm.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

type Props = { readonly to: string; readonly onStartAgain: () => void }

/** The second half of signing in. After ten minutes the first half is over and one starts again. */
export const GiveCode = ({ to, onStartAgain }: Props) => {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const give = useMutation({
    mutationFn: () => api.post('/api/auth/second-factor', { code }),
    onSuccess: () => location.assign(to),
  })
  return (
    <OutsideFrame
      title={t('signIn:codeTitle')}
      lead={t('signIn:codeText')}
      footer={
        <Button kind="text" onClick={onStartAgain}>
          {t('signIn:startAgain')}
        </Button>
      }
    >
      <OutsideForm
        button={t('signIn:codeGoOn')}
        busy={give.isPending || give.isSuccess}
        sentence={restOf(give.error, t, ['code'])}
        onSend={give.mutate}
      >
        <TextField
          large
          label={t('signIn:code')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          maxLength={40}
          required
          autoFocus
          dir="ltr"
          value={code}
          onValue={setCode}
          error={fieldSentences(give.error)['code']}
        />
      </OutsideForm>
    </OutsideFrame>
  )
}
