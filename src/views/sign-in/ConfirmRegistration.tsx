import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { ChoosePassword } from './ChoosePassword.tsx'

/** The link proves the address, and whoever followed it chooses the password: programs that look at links send no forms. */
export const ConfirmRegistration = () => {
  const { t } = useWords()
  return (
    <ChoosePassword
      kind="registration"
      title={t('signIn:confirmTitle')}
      lead={t('signIn:confirmText')}
      send={(token, password) => api.post('/api/v1/registrations/confirm', { token, password })}
      onDone={() => location.assign('/')}
      instead={{ text: t('signIn:confirmOver'), label: t('signIn:registerTitle'), href: '/register' }}
    />
  )
}
