import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Banner, Button, Link, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
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
  const sentence = restOf(ask.error, t, ['email'])
  return (
    <OutsideFrame title={t('signIn:forgotTitle')} lead={t('signIn:forgotText')} footer={back}>
      <form
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault()
          if (!ask.isPending) ask.mutate()
        }}
      >
        <TextField
          large
          label={t('signIn:email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          dir="ltr"
          value={email}
          onValue={setEmail}
          error={fieldSentences(ask.error)['email']}
        />
        {sentence && (
          <Banner tone="danger" live>
            {sentence}
          </Banner>
        )}
        <Button type="submit" kind="primary" size="l" wide busy={ask.isPending}>
          {t('signIn:sendMail')}
        </Button>
      </form>
    </OutsideFrame>
  )
}
