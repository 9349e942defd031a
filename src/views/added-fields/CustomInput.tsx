import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { MultilingualTextInput } from '../../fields/multilingual-text/MultilingualTextInput.tsx'
import { YesNoInput } from '../../fields/yes-no/YesNoInput.tsx'
import { Select, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { isStars } from '../star-words.tsx'
import styles from './AddedFields.module.css'
import { AskedGroup } from './AskedGroup.tsx'
import { useChoices } from './choices.tsx'
import type { Choice } from './choices.tsx'
import type { ShownField } from './fields-question.tsx'
import { FileInput } from './FileInput.tsx'
import type { OnBusy } from './FileInput.tsx'

/** Few requests ask for stars: they come when one does. */
const StarsAsked = lazy(async () => ({ default: (await import('./StarsAsked.tsx')).StarsAsked }))

type Props = {
  readonly field: ShownField
  readonly value: string
  readonly onValue: (value: string) => void
  /** What a ticket holds already, which may be chosen no longer: with the name that it has there. */
  readonly held?: Choice | undefined
  readonly error?: string | undefined
  readonly large?: boolean
  readonly onBusy?: OnBusy | undefined
}

/** The control of an added field, by its type; its label and help as the administrator wrote them, in the reader's language. */
export const CustomInput = (props: Props) => {
  const { t } = useWords()
  const { read } = useSession()
  const { field, value, onValue, error, large = false } = props
  const { type, options } = field
  // in whichever language they are there: a mark at their end stays at their end
  const label = <bdi>{read(field.label).text}</bdi>
  const help = field.help && <bdi>{read(field.help).text}</bdi>
  const required = field.required === 'onSubmission'
  const shared = { label, error, value, onValue, large, required, aside: !required && t('addedFields:optional') }
  switch (type) {
    case 'short-text':
      return <TextField {...shared} hint={help} maxLength={options.max ?? 200} />
    case 'multilingual-text':
      return (
        <MultilingualTextInput
          {...shared}
          lines={options.lines ?? 'many'}
          rows={3}
          max={options.max ?? 5_000}
          status={help}
        />
      )
    case 'number':
      return <TextField {...shared} hint={help} inputMode="decimal" maxLength={20} dir="ltr" />
    case 'date':
      return <TextField {...shared} hint={help} type="date" />
    case 'date-time':
      return <TextField {...shared} hint={help} type="datetime-local" />
    case 'file':
      return (
        <FileInput
          name={field.key}
          label={label}
          aside={!required && t('addedFields:optional')}
          help={help}
          error={error}
          value={value}
          onValue={onValue}
          onBusy={props.onBusy}
        />
      )
    case 'yes-no':
      return <YesNo {...props} label={label} help={help} required={required} />
    case 'scale':
      return isStars(options) ? (
        <Suspense fallback={<div className={styles['starsComing']} />}>
          <StarsAsked name={read(field.label).text} {...{ label, help, required, value, onValue, error }} />
        </Suspense>
      ) : (
        <OneOf {...props} label={label} help={help} required={required} />
      )
    default:
      return <OneOf {...props} label={label} help={help} required={required} />
  }
}

type Asked = Props & { readonly label: ReactNode; readonly help: ReactNode; readonly required: boolean }

const YesNo = ({ field, value, onValue, error, label, help, required }: Asked) => {
  const { t } = useWords()
  const { read } = useSession()
  return (
    <AskedGroup label={label} aside={!required && t('addedFields:optional')} help={help} error={error}>
      <YesNoInput
        label={read(field.label).text}
        words={{ yes: t('addedFields:yes'), no: t('addedFields:no'), none: t('addedFields:notSaid') }}
        value={value === 'true' || value === 'false' ? value : ''}
        onValue={onValue}
        required={required}
      />
    </AskedGroup>
  )
}

const OneOf = ({ field, value, onValue, held, error, large, label, help, required }: Asked) => {
  const { t } = useWords()
  const choices = useChoices(field, value, held)
  return (
    <Select
      label={label}
      aside={!required && t('addedFields:optional')}
      hint={help}
      error={error}
      large={large}
      required={required}
      value={value}
      onValue={onValue}
      options={[{ value: '', label: t(required ? 'addedFields:choose' : 'addedFields:notSaid') }, ...choices]}
    />
  )
}
