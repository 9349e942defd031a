import { timeZonesToChoose } from '../../web/time-zones.ts'
import { Field } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { productLanguages } from '../preferences.tsx'
import styles from './People.module.css'

type Props = {
  readonly value: string | null
  readonly error: string | undefined
  /** null: as the organisation has it. */
  readonly onValue: (value: string | null) => void
}

/** Each language by its own name. One that the product does not speak yet is kept as it is. */
export const LanguageField = ({ value, error, onValue }: Props) => {
  const { t, format } = useWords()
  const known = productLanguages.some(({ code }) => code === value)
  return (
    <Field label={t('people:field.language')} hint={t('people:field.languageHint')} error={error}>
      {(ids) => (
        <select
          {...ids}
          className={styles['select']}
          value={value ?? ''}
          onChange={(event) => onValue(event.target.value || null)}
        >
          <option value="">{t('people:field.asOrganisation')}</option>
          {value && !known && <option value={value}>{format.language(value)}</option>}
          {productLanguages.map(({ code, ownName }) => (
            <option key={code} value={code} lang={code}>
              {ownName}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export const TimeZoneField = ({ value, error, onValue }: Props) => {
  const { t } = useWords()
  return (
    <Field label={t('people:field.timeZone')} error={error}>
      {(ids) => (
        <select
          {...ids}
          className={styles['select']}
          value={value ?? ''}
          onChange={(event) => onValue(event.target.value || null)}
        >
          <option value="">{t('people:field.asOrganisation')}</option>
          {timeZonesToChoose(value).map((zone) => (
            <option key={zone.value} value={zone.value}>
              {zone.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
