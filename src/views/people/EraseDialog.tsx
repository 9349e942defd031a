import { useState } from 'react'
import type { FormEvent } from 'react'
import { Dialog, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { FormFoot } from './FormFoot.tsx'
import { LeavingAll } from './Leaving.tsx'
import { useEraseUser } from './people-questions.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

type Props = {
  readonly user: User
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Nothing brings them back: their address is written by hand first. */
export const EraseDialog = ({ user, open, onClose, onDone }: Props) => {
  const { t } = useWords()
  return (
    <Dialog open={open} onClose={onClose} title={t('people:erase.title', { name: user.name })}>
      <Asking user={user} onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

const Asking = ({ user, onClose, onDone }: Omit<Props, 'open'>) => {
  const { t } = useWords()
  const [confirm, setConfirm] = useState('')
  const erase = useEraseUser(user)
  const isThere = confirm.trim().toLowerCase() === user.email
  const problem = erase.error ? restOf(erase.error, t, ['confirm']) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isThere && !erase.isPending) erase.mutate(confirm.trim(), { onSuccess: onDone })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{t('people:erase.text')}</p>
      <p className="dim">{t('people:erase.limits')}</p>
      <LeavingAll person={user.id} />
      <TextField
        label={t('people:erase.confirmLabel')}
        hint={t('people:erase.confirmHint', { email: user.email })}
        error={fieldSentences(erase.error)['confirm']}
        type="email"
        dir="ltr"
        autoComplete="off"
        autoFocus
        value={confirm}
        onValue={setConfirm}
      />
      <FormFoot
        rest={problem}
        submit={t('people:erase.confirm')}
        kind="danger"
        busy={erase.isPending}
        ready={isThere}
        onCancel={onClose}
      />
    </form>
  )
}
