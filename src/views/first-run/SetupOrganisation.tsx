import type { ReactNode } from 'react'
import { timeZonesToChoose } from '../../web/time-zones.ts'
import { Field, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { productLanguages, usePreferences } from '../preferences.tsx'
import type { PartProps } from './filled.ts'
import styles from './FirstRun.module.css'

export const SetupOrganisation = ({ filled, wrong, change }: PartProps) => {
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
