import { useState } from 'react'
import { api } from '../../web/api.ts'
import { ButtonLink } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { ChoosePassword } from './ChoosePassword.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

export const ResetPassword = () => {
  const { t } = useWords()
  const [done, setDone] = useState(false)
  if (done)
    return (
      <OutsideFrame title={t('signIn:passwordSaved')} lead={t('signIn:passwordSavedText')}>
        <ButtonLink href="/sign-in" kind="primary" size="l" wide>
          {t('signIn:title')}
        </ButtonLink>
      </OutsideFrame>
    )
  return (
    <ChoosePassword
      kind="reset"
      title={t('signIn:resetTitle')}
      lead={t('signIn:resetText')}
      send={(token, newPassword) => api.post('/api/auth/reset-password', { token, newPassword })}
      onDone={() => setDone(true)}
      instead={{ text: t('signIn:resetOver'), label: t('signIn:sendMail'), href: '/forgot-password' }}
    />
  )
}
