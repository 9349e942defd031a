import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { EmailField } from './EmailField.tsx'
import { OutsideForm } from './OutsideForm.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

/** Says the same whether the address is known or not: who has an account here is nobody's business. */
export const ForgotPassword = () => {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => api.post('/api/auth/request-password-reset', { email }) })
  const back = <Link href="/sign-in">{t('signIn:backToSignIn')}</Link>
  if (ask.isSuccess)
    return (
      <OutsideFrame
        title={t('signIn:mailSent')}
        lead={t('signIn:mailSentText', { email: email.trim() })}
        footer={back}
      />
    )
  return (
    <OutsideFrame title={t('signIn:forgotTitle')} lead={t('signIn:forgotText')} footer={back}>
      <OutsideForm
        button={t('signIn:sendMail')}
        busy={ask.isPending}
        sentence={restOf(ask.error, t, ['email'])}
        onSend={ask.mutate}
      >
        <EmailField value={email} onValue={setEmail} error={fieldSentences(ask.error)['email']} />
      </OutsideForm>
    </OutsideFrame>
  )
}
