import type { ReactNode } from 'react'
import { timeZonesToChoose } from '../../web/time-zones.ts'
import type { Me } from '../session.tsx'
import { Field } from '../../web/ui/index.ts'
import { languageOf } from '../../words/languages.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { languagesOnOffer } from '../preferences.tsx'
import { useSession } from '../session.tsx'
import styles from './Account.module.css'

type Props<Value extends string> = {
  readonly value: Value | null
  readonly error: string | undefined
  /** null: as the organisation, or the language, has it. */
  readonly onValue: (value: Value | null) => void
}
type Choice<Value extends string> = Props<Value> & {
  readonly label: string
  readonly hint?: string
  /** What null is called. */
  readonly none: string
  readonly children: ReactNode
}

const Choose = <Value extends string>({ label, hint, none, value, error, onValue, children }: Choice<Value>) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <select
        {...ids}
        className={styles['select']}
        value={value ?? ''}
        onChange={(event) => onValue((event.target.value || null) as Value | null)}
      >
        <option value="">{none}</option>
        {children}
      </select>
    )}
  </Field>
)

/** Each language by its own name. One that the product does not speak yet is kept as it is. */
export const LanguageField = (props: Props<string>) => {
  const { t, format } = useWords()
  const { value } = props
  const { settings } = useSession()
  const offered = languagesOnOffer(settings.languages, languageOf(value ?? t.language))
  const known = offered.some(({ code }) => code === value)
  return (
    <Choose
      {...props}
      label={t('profile:language')}
      hint={t('profile:languageHint')}
      none={t('profile:asOrganisation')}
    >
      {value && !known && <option value={value}>{format.language(value)}</option>}
      {offered.map(({ code, ownName }) => (
        <option key={code} value={code} lang={code}>
          {ownName}
        </option>
      ))}
    </Choose>
  )
}

export const TimeZoneField = (props: Props<string>) => {
  const { t } = useWords()
  return (
    <Choose {...props} label={t('profile:timeZone')} none={t('profile:asOrganisation')}>
      {timeZonesToChoose(props.value).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Choose>
  )
}

export const CalendarField = (props: Props<NonNullable<Me['calendar']>>) => {
  const { t } = useWords()
  return (
    <Choose {...props} label={t('profile:calendar')} none={t('profile:calendarOf.gregory')}>
      <option value="islamic-umalqura">{t('profile:calendarOf.islamic-umalqura')}</option>
    </Choose>
  )
}

export const DigitsField = (props: Props<NonNullable<Me['digits']>>) => {
  const { t } = useWords()
  return (
    <Choose {...props} label={t('profile:digits')} none={t('profile:digitsOf.own')}>
      {(['latn', 'arab'] as const).map((digits) => (
        <option key={digits} value={digits}>
          {t.plain(`profile:digitsOf.${digits}`, { digits: allOf(digits) })}
        </option>
      ))}
    </Choose>
  )
}

const allOf = (digits: 'latn' | 'arab'): string =>
  new Intl.NumberFormat(`ar-u-nu-${digits}`, { useGrouping: false }).format(1_234_567_890)
