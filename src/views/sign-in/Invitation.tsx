import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { ChoosePassword } from './ChoosePassword.tsx'

/** The first password, by the link that was mailed; it signs in at once. */
export const Invitation = () => {
  const { t } = useWords()
  return (
    <ChoosePassword
      kind="invitation"
      title={t('signIn:invitationTitle')}
      lead={t('signIn:invitationText')}
      send={(token, password) => api.post('/api/v1/invitations/accept', { token, password })}
      onDone={() => location.assign('/')}
      instead={{ text: t('signIn:invitationOver'), label: t('signIn:title'), href: '/sign-in' }}
    />
  )
}
