import { timeZonesToChoose } from '../../web/time-zones.ts'
import { Select } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { productLanguages } from '../preferences.tsx'

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
    <Select
      label={t('people:field.language')}
      hint={t('people:field.languageHint')}
      error={error}
      value={value ?? ''}
      onValue={(chosen) => onValue(chosen || null)}
      options={[
        { value: '', label: t('people:field.asOrganisation') },
        ...(value && !known ? [{ value, label: format.language(value) }] : []),
        ...productLanguages.map(({ code, ownName }) => ({ value: code, label: ownName, lang: code })),
      ]}
    />
  )
}

export const TimeZoneField = ({ value, error, onValue }: Props) => {
  const { t } = useWords()
  return (
    <Select
      label={t('people:field.timeZone')}
      error={error}
      value={value ?? ''}
      onValue={(chosen) => onValue(chosen || null)}
      options={[{ value: '', label: t('people:field.asOrganisation') }, ...timeZonesToChoose(value)]}
    />
  )
}
