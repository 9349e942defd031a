import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Banner, Button, Link, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { EmailField } from './EmailField.tsx'
import { setupQuery } from '../first-run/setup-question.tsx'
import { GiveCode } from './GiveCode.tsx'
import { OutsideForm } from './OutsideForm.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'
import { signInWaysQuery } from './sign-in-questions.tsx'
import styles from './SignIn.module.css'

type Search = { to?: string; outside?: string; code?: string }

export const SignIn = () => {
  const { t } = useWords()
  const { to = '/', outside, code }: Search = useSearch({ strict: false })
  const [asksCode, askCode] = useState(code === 'asked')
  const { data: setup } = useQuery(setupQuery)
  const waysIn = useQuery(signInWaysQuery)
  const ways = waysIn.data
  if (setup?.open) return <Navigate to="/setup" replace />
  if (asksCode) return <GiveCode to={to} onStartAgain={() => askCode(false)} />
  return (
    <OutsideFrame
      title={t('signIn:title')}
      lead={to === '/' ? undefined : t('signIn:toGoOn')}
      footer={
        <div className={styles['links']}>
          <Link href="/forgot-password">{t('signIn:forgot')}</Link>
          {ways?.registration && <Link href="/register">{t('signIn:register')}</Link>}
          {waysIn.isError && (
            <Button kind="text" busy={waysIn.isFetching} onClick={() => void waysIn.refetch()}>
              {t('signIn:waysFailed')}
            </Button>
          )}
        </div>
      }
    >
      {outside && <WhatHappened code={outside} />}
      <PasswordForm to={to} onCodeAsked={() => askCode(true)} />
      {ways?.outside && <OtherService label={ways.outside} to={to} />}
    </OutsideFrame>
  )
}

/** What became of the way through the other service. */
const WhatHappened = ({ code }: { readonly code: string }) => {
  const { t } = useWords()
  const sentence = t.maybe('signIn', `outside.${code}`)
  if (!sentence) return null
  return (
    <div className={styles['happened']}>
      <Banner tone={code === 'cancelled' ? 'neutral' : 'danger'} live>
        {sentence}
      </Banner>
    </div>
  )
}

const OtherService = ({ label, to }: { readonly label: string; readonly to: string }) => {
  const { t } = useWords()
  const leave = () => location.assign(`/api/auth/outside?${new URLSearchParams({ to }).toString()}`)
  return (
    <>
      <p className={styles['or']}>{t('signIn:or')}</p>
      <Button size="l" wide onClick={leave}>
        <bdi>{label}</bdi>
      </Button>
    </>
  )
}

type FormProps = { readonly to: string; readonly onCodeAsked: () => void }

const PasswordForm = ({ to, onCodeAsked }: FormProps) => {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.post<{ secondFactor?: boolean }>('/api/auth/sign-in/email', { email, password }),
    // Loaded anew: nothing of whoever was here before is left, and the language is theirs.
    onSuccess: ({ secondFactor }) => (secondFactor ? onCodeAsked() : location.assign(to)),
  })
  const wrong = fieldSentences(signIn.error)
  return (
    <OutsideForm
      button={t('signIn:title')}
      busy={signIn.isPending || signIn.isSuccess}
      sentence={restOf(signIn.error, t, ['email', 'password'])}
      onSend={signIn.mutate}
    >
      <EmailField value={email} onValue={setEmail} error={wrong['email']} />
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
    </OutsideForm>
  )
}
