import { useId } from 'react'
import { timeZonesToChoose } from '../../../web/time-zones.ts'
import { Select } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { Format } from '../../../words/format.ts'
import { productLanguages } from '../../preferences.tsx'
import styles from '../Settings.module.css'
import type { Filled, PartProps } from './filled.ts'

export const RegionPart = ({ filled, wrong, change }: PartProps) => {
  const { t, format } = useWords()
  return (
    <>
      <Offered filled={filled} wrong={wrong} change={change} />
      <div className={styles['two']}>
        <Select
          label={t('settingsOrganisation:language')}
          hint={t('settingsOrganisation:languageHint')}
          error={wrong['language']}
          value={filled.language}
          onValue={(language) => change({ language })}
          options={languagesFor(filled, format)}
        />
        <Select
          label={t('settingsOrganisation:timeZone')}
          hint={t('settingsOrganisation:timeZoneHint')}
          error={wrong['timeZone']}
          value={filled.timeZone}
          onValue={(timeZone) => change({ timeZone })}
          options={timeZonesToChoose(filled.timeZone)}
        />
        <Select
          label={t('settingsOrganisation:firstDayOfWeek')}
          error={wrong['firstDayOfWeek']}
          value={String(filled.firstDayOfWeek)}
          onValue={(day) => change({ firstDayOfWeek: Number(day) })}
          options={weekdays(format.locale)}
        />
        <Select
          label={t('settingsOrganisation:digits')}
          hint={t('settingsOrganisation:digitsHint')}
          error={wrong['digits']}
          value={filled.digits ?? ''}
          onValue={(digits) => change({ digits: digits === '' ? null : (digits as 'latn' | 'arab') })}
          options={[{ value: '', label: t('settingsOrganisation:digitsAuto') }, ...digitSystems]}
        />
      </div>
    </>
  )
}

const Offered = ({ filled, wrong, change }: PartProps) => {
  const { t } = useWords()
  const id = useId()
  const { languages } = filled
  return (
    <fieldset className={styles['set']} aria-describedby={`${id}-hint`}>
      <legend>{t('settingsOrganisation:offered')}</legend>
      {productLanguages.map(({ code, ownName }) => (
        <label key={code} className={styles['check']} lang={code}>
          <input
            type="checkbox"
            checked={languages.includes(code)}
            onChange={({ target }) =>
              change({
                languages: productLanguages
                  .map((each) => each.code)
                  .filter((each) => (each === code ? target.checked : languages.includes(each))),
              })
            }
          />
          {ownName}
        </label>
      ))}
      {wrong['languages'] && (
        <p className={styles['error']} role="alert">
          {wrong['languages']}
        </p>
      )}
      <p id={`${id}-hint`} className={styles['hint']}>
        {t('settingsOrganisation:offeredHint')}
      </p>
    </fieldset>
  )
}

/** Those on offer; one with a region (`ar-EG`) that the organisation has now stays to be chosen. */
const languagesFor = ({ language, languages }: Filled, format: Format) => {
  const known = productLanguages.filter(({ code }) => languages.includes(code))
  const others = known.some(({ code }) => code === language) ? [] : [language]
  return [
    ...known.map(({ code, ownName }) => ({ value: code, label: ownName, lang: code })),
    ...others.map((tag) => ({ value: tag, label: format.language(tag) })),
  ]
}

/** The first of January 2024 was a Monday. */
const weekdays = (locale: string) => {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: name.format(new Date(Date.UTC(2024, 0, day))),
  }))
}

const digitSystems = (['latn', 'arab'] as const).map((system) => {
  const digits = new Intl.NumberFormat('ar', { numberingSystem: system, useGrouping: false })
  return { value: system, label: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => digits.format(digit)).join(' ') }
})
