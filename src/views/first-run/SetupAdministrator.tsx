import { useId } from 'react'
import { TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { NewPassword } from '../sign-in/NewPassword.tsx'
import type { PartProps } from './filled.ts'
import styles from './FirstRun.module.css'

export const SetupAdministrator = ({ filled, wrong, change }: PartProps) => {
  const { t } = useWords()
  return (
    <fieldset className={styles['part']}>
      <legend>{t('firstRun:administrator')}</legend>
      <div className={styles['two']}>
        <TextField
          large
          label={t('firstRun:yourName')}
          name="name"
          autoComplete="name"
          maxLength={200}
          required
          value={filled.name}
          onValue={(name) => change({ name })}
          error={wrong['name']}
        />
        <TextField
          large
          label={t('firstRun:email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          dir="ltr"
          value={filled.email}
          onValue={(email) => change({ email })}
          error={wrong['email']}
        />
      </div>
      <NewPassword
        large
        value={filled.password}
        onValue={(password) => change({ password })}
        error={wrong['password']}
      />
      <JoinDesk checked={filled.joinSupportDesk} onChecked={(joinSupportDesk) => change({ joinSupportDesk })} />
    </fieldset>
  )
}

const JoinDesk = ({ checked, onChecked }: { checked: boolean; onChecked: (checked: boolean) => void }) => {
  const { t } = useWords()
  const id = useId()
  return (
    <div className={styles['check']}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <label htmlFor={id}>{t('firstRun:joinDesk')}</label>
      <span id={`${id}-hint`}>{t('firstRun:joinDeskHint')}</span>
    </div>
  )
}
