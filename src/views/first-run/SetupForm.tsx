import { timeZonesToChoose } from '../../web/time-zones.ts'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Banner, Button, Field, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { productLanguages, usePreferences } from '../preferences.tsx'
import { NewPassword } from '../sign-in/NewPassword.tsx'
import styles from './FirstRun.module.css'

export type Filled = {
  readonly organisation: string
  readonly language: string
  readonly timeZone: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly joinSupportDesk: boolean
}
type Props = {
  /** Its name, where whoever started the product gave one. */
  readonly organisation: string
  readonly busy: boolean
  readonly problem: unknown
  readonly onFilled: (filled: Filled) => void
}
type PartProps = {
  readonly filled: Filled
  readonly wrong: Readonly<Record<string, string>>
  readonly change: (changed: Partial<Filled>) => void
}

const fields = ['organisation', 'language', 'timeZone', 'name', 'email', 'password']

export const SetupForm = ({ organisation, busy, problem, onFilled }: Props) => {
  const { t } = useWords()
  const { language } = usePreferences()
  const [filled, setFilled] = useState<Filled>(() => ({
    organisation,
    language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    name: '',
    email: '',
    password: '',
    joinSupportDesk: true,
  }))
  const part: PartProps = {
    filled,
    wrong: fieldSentences(problem),
    change: (changed) => setFilled((before) => ({ ...before, ...changed })),
  }
  const sentence = restOf(problem, t, fields)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onFilled(filled)
      }}
    >
      <Organisation {...part} />
      <Administrator {...part} />
      {sentence && (
        <Banner tone="danger" live>
          {sentence}
        </Banner>
      )}
      <Button type="submit" kind="primary" size="l" wide busy={busy}>
        {t('firstRun:start')}
      </Button>
    </form>
  )
}

const Organisation = ({ filled, wrong, change }: PartProps) => {
  const { t } = useWords()
  const { chooseLanguage } = usePreferences()
  return (
    <fieldset className={styles['part']}>
      <legend>{t('firstRun:organisation')}</legend>
      <TextField
        large
        label={t('firstRun:name')}
        hint={t('firstRun:nameHint')}
        name="organisation"
        autoComplete="organization"
        maxLength={200}
        required
        value={filled.organisation}
        onValue={(organisation) => change({ organisation })}
        error={wrong['organisation']}
      />
      <div className={styles['two']}>
        <Choice
          label={t('firstRun:language')}
          hint={t('firstRun:languageHint')}
          error={wrong['language']}
          value={filled.language}
          onValue={(language) => {
            change({ language })
            chooseLanguage(language)
          }}
        >
          {productLanguages.map(({ code, ownName }) => (
            <option key={code} value={code} lang={code}>
              {ownName}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('firstRun:timeZone')}
          error={wrong['timeZone']}
          value={filled.timeZone}
          onValue={(timeZone) => change({ timeZone })}
        >
          {timeZonesToChoose(filled.timeZone).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Choice>
      </div>
    </fieldset>
  )
}

const Administrator = ({ filled, wrong, change }: PartProps) => {
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

type ChoiceProps = {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onValue: (value: string) => void
  readonly children: ReactNode
}

const Choice = ({ label, hint, error, value, onValue, children }: ChoiceProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <select {...ids} className={styles['select']} value={value} onChange={(event) => onValue(event.target.value)}>
        {children}
      </select>
    )}
  </Field>
)
