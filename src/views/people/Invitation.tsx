import { Button, Refused, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { useNow } from '../staff/now.tsx'
import { useMailGoesOut } from './mail-goes-out.tsx'
import { useChangeUser } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

type Props = { readonly user: User; readonly onChange: (user: User) => void }

/** The link that somebody has and has not used: until when it works, another one, or none. */
export const Invitation = ({ user, onChange }: Props) => {
  const { t, format } = useWords()
  const now = useNow()
  const goesOut = useMailGoesOut()
  const { invite, revoke } = useChangeUser(user)
  if (!user.active || user.service) return null
  const { invitedUntil } = user
  const waits = invitedUntil !== null
  const isOver = waits && new Date(invitedUntil).getTime() < now
  const said = (text: string) => (changed: User) => {
    onChange(changed)
    toasts.show({ text })
  }
  const again = goesOut ? t('people:invitation.againDone') : t('people:invitedKept', { email: user.email })
  const problem = sentenceIn(invite.error ?? revoke.error, t)
  // who has chosen a password needs none, and who has none and no link was added without one
  if (!waits && user.signsIn) return null
  return (
    <div className={styles['invitation']}>
      {waits && (
        <p>
          {isOver ? t('people:invitation.over') : t('people:invitation.waits', { until: format.date(invitedUntil) })}
        </p>
      )}
      <div className={styles['accountButtons']}>
        <Button
          size="m"
          icon="mail"
          busy={invite.isPending}
          onClick={() => invite.mutate(undefined, { onSuccess: said(again) })}
        >
          {t('people:invitation.again')}
        </Button>
        {waits && !isOver && (
          <Button
            size="m"
            kind="quiet"
            busy={revoke.isPending}
            onClick={() => revoke.mutate(undefined, { onSuccess: said(t('people:invitation.revoked')) })}
          >
            {t('people:invitation.revoke')}
          </Button>
        )}
      </div>
      <Refused>{problem}</Refused>
    </div>
  )
}
