import { useState } from 'react'
import { Banner, Button, ConfirmDialog, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { useChangeUser } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

type Props = { readonly user: User; readonly onDone: () => void }

/** Invite again, deactivate and back: what will happen is said before. */
export const AccountActions = ({ user, onDone }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const [asking, ask] = useState(false)
  const { activate, invite } = useChangeUser(user)
  const { name } = user
  const change = async (active: boolean) => {
    const done = await activate.mutateAsync(active).catch(() => undefined)
    if (!done) return
    ask(false)
    onDone()
    toasts.show({
      text: t(active ? 'people:reactivate.done' : 'people:deactivate.done', { name }),
      ...(!active && { undo: { label: t('actions:undo'), onUndo: () => activate.mutate(true) } }),
    })
  }
  const send = () => invite.mutate(undefined, { onSuccess: () => toasts.show({ text: t('people:inviteAgainDone') }) })
  const problem = sentenceIn(invite.error ?? (asking ? undefined : activate.error), t)
  return (
    <section className={styles['account']}>
      {!user.active && <p>{t('people:reactivate.text')}</p>}
      <div className={styles['accountButtons']}>
        {user.active && (
          <Button size="m" icon="mail" busy={invite.isPending} onClick={send}>
            {t('people:inviteAgain')}
          </Button>
        )}
        {user.active && user.id !== me.id && (
          <Button size="m" onClick={() => ask(true)}>
            {t('people:deactivate.button')}
          </Button>
        )}
        {!user.active && (
          <Button size="m" busy={activate.isPending} onClick={() => void change(true)}>
            {t('people:reactivate.button')}
          </Button>
        )}
      </div>
      {problem && (
        <Banner tone="danger" live>
          {problem}
        </Banner>
      )}
      <ConfirmDialog
        open={asking}
        danger
        title={t('people:deactivate.title', { name })}
        confirm={t('people:deactivate.confirm')}
        cancel={t('staff:cancel')}
        busy={activate.isPending}
        problem={sentenceIn(activate.error, t)}
        onConfirm={() => void change(false)}
        onCancel={() => ask(false)}
      >
        {t('people:deactivate.text')}
      </ConfirmDialog>
    </section>
  )
}
