import { useState } from 'react'
import { Button, ConfirmDialog, Refused, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { tellRefused } from '../staff/tell-refused.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { Invitation } from './Invitation.tsx'
import { LeavingAll, useComesBackWhole } from './Leaving.tsx'
import { useChangeUser } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

type Props = {
  readonly user: User
  readonly onChange: (user: User) => void
  readonly onDone: () => void
}

/** Deactivate, back, erase: what will happen is said before. */
export const AccountActions = ({ user, onChange, onDone }: Props) => {
  const { t } = useWords()
  const { me, may } = useSession()
  const [asking, ask] = useState<'deactivate' | 'erase'>()
  const { activate } = useChangeUser(user)
  const { name } = user
  const isWhole = useComesBackWhole(user, asking === 'deactivate')
  const change = async (active: boolean) => {
    const done = await activate.mutateAsync(active).catch(() => undefined)
    if (!done) return
    ask(undefined)
    onDone()
    toasts.show({
      text: t(active ? 'people:reactivate.done' : 'people:deactivate.done', { name }),
      // what was passed on to others stays with them: then there is Reactivate, which promises nothing of it
      ...(!active &&
        isWhole && {
          undo: {
            label: t('actions:undo'),
            onUndo: () => void activate.mutateAsync(true).catch(tellRefused(t)),
          },
        }),
    })
  }
  const others = user.id !== me.id
  const problem = sentenceIn(asking ? undefined : activate.error, t)
  if (!may('user.manage') && !may('user.erase')) return null
  return (
    <section className={styles['account']}>
      {may('user.manage') && <Invitation user={user} onChange={onChange} />}
      {!user.active && <p>{t('people:reactivate.text')}</p>}
      <div className={styles['accountButtons']}>
        {may('user.manage') && user.active && others && (
          <Button size="m" onClick={() => ask('deactivate')}>
            {t('people:deactivate.button')}
          </Button>
        )}
        {may('user.manage') && !user.active && (
          <Button size="m" busy={activate.isPending} onClick={() => void change(true)}>
            {t('people:reactivate.button')}
          </Button>
        )}
        {may('user.erase') && others && !user.service && (
          <Button size="m" kind="quiet" icon="trash" onClick={() => ask('erase')}>
            {t('people:erase.button')}
          </Button>
        )}
      </div>
      <Refused>{problem}</Refused>
      <ConfirmDialog
        open={asking === 'deactivate'}
        danger
        title={t('people:deactivate.title', { name })}
        confirm={t('people:deactivate.confirm')}
        cancel={t('staff:cancel')}
        busy={activate.isPending}
        problem={sentenceIn(activate.error, t)}
        onConfirm={() => void change(false)}
        onCancel={() => ask(undefined)}
      >
        <LeavingAll person={user.id} />
        <p>{t('people:deactivate.text')}</p>
      </ConfirmDialog>
      <EraseDialog
        user={user}
        open={asking === 'erase'}
        onClose={() => ask(undefined)}
        onDone={() => {
          ask(undefined)
          onDone()
          toasts.show({ text: t('people:erase.done') })
        }}
      />
    </section>
  )
}
