import { timeZonesToChoose } from '../../web/time-zones.ts'
import type { Me } from '../session.tsx'
import { Select } from '../../web/ui/index.ts'
import { languageOf } from '../../words/languages.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { languagesOnOffer } from '../preferences.tsx'
import { useSession } from '../session.tsx'

type Props<Value extends string> = {
  readonly value: Value | null
  readonly error: string | undefined
  /** null: as the organisation, or the language, has it. */
  readonly onValue: (value: Value | null) => void
}
type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly lang?: string }
type Choice<Value extends string> = Props<Value> & {
  readonly label: string
  readonly hint?: string
  /** What null is called. */
  readonly none: string
  readonly options: readonly Option<Value>[]
}

const Choose = <Value extends string>({ none, value, onValue, options, ...field }: Choice<Value>) => (
  <Select
    {...field}
    value={value ?? ''}
    onValue={(chosen) => onValue((chosen || null) as Value | null)}
    options={[{ value: '', label: none }, ...options]}
  />
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
      options={[
        ...(value && !known ? [{ value, label: format.language(value) }] : []),
        ...offered.map(({ code, ownName }) => ({ value: code, label: ownName, lang: code })),
      ]}
    />
  )
}

export const TimeZoneField = (props: Props<string>) => {
  const { t } = useWords()
  return (
    <Choose
      {...props}
      label={t('profile:timeZone')}
      none={t('profile:asOrganisation')}
      options={timeZonesToChoose(props.value)}
    />
  )
}

export const CalendarField = (props: Props<NonNullable<Me['calendar']>>) => {
  const { t } = useWords()
  return (
    <Choose
      {...props}
      label={t('profile:calendar')}
      none={t('profile:calendarOf.gregory')}
      options={[{ value: 'islamic-umalqura', label: t('profile:calendarOf.islamic-umalqura') }]}
    />
  )
}

export const DigitsField = (props: Props<NonNullable<Me['digits']>>) => {
  const { t } = useWords()
  return (
    <Choose
      {...props}
      label={t('profile:digits')}
      none={t('profile:digitsOf.own')}
      options={(['latn', 'arab'] as const).map((digits) => ({
        value: digits,
        label: t.plain(`profile:digitsOf.${digits}`, { digits: allOf(digits) }),
      }))}
    />
  )
}

const allOf = (digits: 'latn' | 'arab'): string =>
  new Intl.NumberFormat(`ar-u-nu-${digits}`, { useGrouping: false }).format(1_234_567_890)
