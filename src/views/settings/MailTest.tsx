import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Banner, Button, Refused, TextField, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { Part } from './Part.tsx'
import styles from './Settings.module.css'

type Tried = { readonly sent: boolean; readonly said: string | null }

/** A mail to oneself, and what the server said to it. */
export const MailTest = () => {
  const { t } = useWords()
  const { me } = useSession()
  const [to, setTo] = useState(me.email)
  const test = useMutation({ mutationFn: () => api.post<Tried>('/api/v1/mail-settings/test', { to: to.trim() }) })
  const refused = test.error ? restOf(test.error, t, ['to']) : undefined
  return (
    <Part title={t('settingsMail:test')}>
      <form
        className={styles['stack']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!test.isPending) test.mutate()
        }}
      >
        <TextField
          label={t('settingsMail:testTo')}
          type="email"
          dir="ltr"
          value={to}
          onValue={setTo}
          error={fieldSentences(test.error)['to']}
        />
        <div>
          <Button size="m" type="submit" icon="send" busy={test.isPending}>
            {t('settingsMail:testSend')}
          </Button>
        </div>
      </form>
      <Refused>{refused}</Refused>
      {test.data && <Said tried={test.data} to={to} />}
    </Part>
  )
}

const Said = ({ tried: { sent, said }, to }: { readonly tried: Tried; readonly to: string }) => {
  const { t } = useWords()
  if (!sent && said === null)
    return (
      <Banner tone="danger" live>
        {t('settingsMail:testNoAnswer')}
      </Banner>
    )
  return (
    <Banner tone={sent ? 'success' : 'danger'} live>
      {sent ? t('settingsMail:testSent', { address: to }) : t('settingsMail:testFailed')}{' '}
      <UserText>{said ?? ''}</UserText>
    </Banner>
  )
}
