import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Banner, Button, Refused, TextField, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { NewPassword } from '../sign-in/NewPassword.tsx'
import styles from './Account.module.css'
import { sessionsQuery } from './account-questions.tsx'

export const Password = () => {
  const { t } = useWords()
  const { me } = useSession()
  return (
    <section className={styles['part']} aria-label={t('profile:password')}>
      <h2>{t('profile:password')}</h2>
      {me.hasPassword ? <ChangeIt /> : <LinkByMail />}
    </section>
  )
}

const ChangeIt = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [chosen, choose] = useState('')
  const change = useMutation({
    mutationFn: () => api.post('/api/v1/me/password', { current, new: chosen }),
    onSuccess: () => {
      setCurrent('')
      choose('')
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
      toasts.show({ text: t('profile:passwordChanged') })
    },
  })
  const wrong = fieldSentences(change.error)
  const rest = restOf(change.error, t, ['current', 'new'])
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) change.mutate()
      }}
    >
      <div className={styles['pair']}>
        <TextField
          label={t('profile:current')}
          hint={t('profile:passwordText')}
          type="password"
          name="current-password"
          autoComplete="current-password"
          required
          dir="ltr"
          value={current}
          onValue={setCurrent}
          error={wrong['current']}
        />
        <NewPassword value={chosen} onValue={choose} error={wrong['new']} />
      </div>
      <Refused>{rest}</Refused>
      <div className={styles['buttons']}>
        <Button size="m" type="submit" busy={change.isPending} disabled={!current || !chosen}>
          {t('profile:changePassword')}
        </Button>
      </div>
    </form>
  )
}

/** Whoever always came through a provider outside chooses one as everybody does who does not know theirs. */
export const LinkByMail = () => {
  const { t } = useWords()
  const { me } = useSession()
  const { email } = me
  const ask = useMutation({ mutationFn: () => api.post('/api/auth/request-password-reset', { email }) })
  if (ask.isSuccess)
    return (
      <Banner tone="success" live>
        {t('profile:linkSent', { email })}
      </Banner>
    )
  const rest = restOf(ask.error, t, [])
  return (
    <>
      <p>
        {t('profile:noPassword')} {t('profile:noPasswordText', { email })}
      </p>
      <Refused>{rest}</Refused>
      <div className={styles['buttons']}>
        <Button size="m" icon="mail" busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('profile:sendLink')}
        </Button>
      </div>
    </>
  )
}
