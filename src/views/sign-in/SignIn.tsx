import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Banner, Button, Link, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { setupQuery } from '../first-run/setup-query.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

export const SignIn = () => {
  const { t } = useWords()
  const { to } = useSearch({ strict: false })
  const { data: setup } = useQuery(setupQuery)
  if (setup?.open) return <Navigate to="/setup" replace />
  return (
    <OutsideFrame
      title={t('signIn:title')}
      lead={to && t('signIn:toGoOn')}
      footer={<Link href="/forgot-password">{t('signIn:forgot')}</Link>}
    >
      <SignInForm to={to ?? '/'} />
    </OutsideFrame>
  )
}

const SignInForm = ({ to }: { to: string }) => {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.post('/api/auth/sign-in/email', { email, password }),
    // Loaded anew: nothing of whoever was here before is left, and the language is theirs.
    onSuccess: () => location.assign(to),
  })
  const wrong = fieldSentences(signIn.error)
  const sentence = restOf(signIn.error, t, ['email', 'password'])
  return (
    <form
      style={{ display: 'grid', gap: 16 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (!signIn.isPending) signIn.mutate()
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
        error={wrong['email']}
      />
      <TextField
        large
        label={t('signIn:password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        dir="ltr"
        value={password}
        onValue={setPassword}
        error={wrong['password']}
      />
      {sentence && (
        <Banner tone="danger" live>
          {sentence}
        </Banner>
      )}
      <Button type="submit" kind="primary" size="l" wide busy={signIn.isPending || signIn.isSuccess}>
        {t('signIn:title')}
      </Button>
    </form>
  )
}
