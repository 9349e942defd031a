import { timeZonesToChoose } from '../../web/time-zones.ts'
import { Select, TextField } from '../../web/ui/index.ts'
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
        <Select
          large
          label={t('firstRun:language')}
          hint={t('firstRun:languageHint')}
          error={wrong['language']}
          value={filled.language}
          onValue={(language) => {
            change({ language })
            chooseLanguage(language)
          }}
          options={productLanguages.map(({ code, ownName }) => ({ value: code, label: ownName, lang: code }))}
        />
        <Select
          large
          label={t('firstRun:timeZone')}
          error={wrong['timeZone']}
          value={filled.timeZone}
          onValue={(timeZone) => change({ timeZone })}
          options={timeZonesToChoose(filled.timeZone)}
        />
      </div>
    </fieldset>
  )
}
