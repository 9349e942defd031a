import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { FailedState, Link, SkeletonRows, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePreferences } from '../preferences.tsx'
import { fieldSentences, restOf, sentenceFor } from '../problem-words.tsx'
import { EmailField } from './EmailField.tsx'
import { OutsideForm } from './OutsideForm.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'
import { signInWaysQuery } from './sign-in-questions.tsx'

/** Customers make their own account, where an administrator allows it. The answer is the same for every address. */
export const Register = () => {
  const { t } = useWords()
  const { data: ways, isPending, error, refetch } = useQuery(signInWaysQuery)
  const back = <Link href="/sign-in">{t('signIn:backToSignIn')}</Link>
  if (isPending)
    return (
      <OutsideFrame title={t('signIn:registerTitle')} footer={back}>
        <SkeletonRows shape="text" rows={4} label={t('shell:loading')} />
      </OutsideFrame>
    )
  if (!ways)
    return (
      <OutsideFrame title={t('signIn:registerTitle')} footer={back}>
        <FailedState title={t('shell:failed.title')} retry={{ label: t('shell:retry'), onRetry: () => void refetch() }}>
          {sentenceFor(error, t)}
        </FailedState>
      </OutsideFrame>
    )
  if (!ways.registration)
    return <OutsideFrame title={t('signIn:registerClosed')} lead={t('signIn:registerClosedText')} footer={back} />
  return <RegisterForm />
}

const RegisterForm = () => {
  const { t } = useWords()
  const { language } = usePreferences()
  const [given, setGiven] = useState({ name: '', email: '' })
  const register = useMutation({
    mutationFn: () => api.post('/api/v1/registrations', { ...given, language }),
  })
  const back = <Link href="/sign-in">{t('signIn:backToSignIn')}</Link>
  if (register.isSuccess)
    return (
      <OutsideFrame
        title={t('signIn:mailSent')}
        lead={t('signIn:registerSentText', { email: given.email.trim() })}
        footer={back}
      />
    )
  const wrong = fieldSentences(register.error)
  return (
    <OutsideFrame title={t('signIn:registerTitle')} lead={t('signIn:registerText')} footer={back}>
      <OutsideForm
        button={t('signIn:registerSend')}
        busy={register.isPending}
        sentence={restOf(register.error, t, ['name', 'email'])}
        onSend={register.mutate}
      >
        <TextField
          large
          label={t('signIn:registerName')}
          name="name"
          autoComplete="name"
          maxLength={200}
          required
          value={given.name}
          onValue={(name) => setGiven({ ...given, name })}
          error={wrong['name']}
        />
        <EmailField value={given.email} onValue={(email) => setGiven({ ...given, email })} error={wrong['email']} />
      </OutsideForm>
    </OutsideFrame>
  )
}
