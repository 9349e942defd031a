import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Popover } from '../../web/ui/index.ts'
import type { Anchor } from '../../web/ui/index.ts'
import { parseNumber } from '../../words/digits.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useChoices } from './CustomInput.tsx'
import type { CustomAsked } from './custom-asked.ts'
import { fieldsQuery } from './fields-query.tsx'
import type { ShownField } from './fields-query.tsx'
import styles from './CustomFilter.module.css'

/** Fields whose values can be asked for as a whole; long texts are found by their words. */
const useFilterFields = (): readonly ShownField[] => {
  const { data = [] } = useQuery(fieldsQuery)
  return data.filter(({ type }) => type !== 'multilingual-text' && type !== 'file')
}

type Props = {
  readonly asked: CustomAsked
  readonly onChange: (changed: CustomAsked) => void
  readonly anchor: (anchor: Anchor) => ReactAnchor
  readonly align?: 'start' | 'end'
}
type ReactAnchor = ReturnType<Parameters<typeof Popover>[0]['anchor']>

/** A list narrowed by the organisation's own fields; nothing where there are none. */
export const CustomFilter = ({ asked, onChange, anchor, align = 'start' }: Props) => {
  const { t } = useWords()
  const fields = useFilterFields()
  const [open, setOpen] = useState(false)
  if (fields.length === 0) return null
  return (
    <Popover open={open} onOpen={setOpen} align={align} label={t('addedFields:filter')} anchor={anchor}>
      <div className={styles['list']}>
        {fields.map((field) => (
          <Asking
            key={field.key}
            field={field}
            value={asked[`custom.${field.key}`] ?? ''}
            onValue={(value) => onChange({ [`custom.${field.key}`]: value })}
          />
        ))}
      </div>
    </Popover>
  )
}

type AskingProps = { readonly field: ShownField; readonly value: string; readonly onValue: (value: string) => void }

const Asking = ({ field, value, onValue }: AskingProps) => {
  const { t } = useWords()
  const { read } = useSession()
  const id = useId()
  const choices = useFilterChoices(field, value)
  return (
    <div className={styles['one']}>
      <label htmlFor={id}>{read(field.label).text}</label>
      {choices ? (
        <select id={id} value={value} onChange={({ target }) => onValue(target.value)}>
          <option value="">{t('addedFields:any')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <Exactly id={id} field={field} value={value} onValue={onValue} />
      )}
    </div>
  )
}

const useFilterChoices = (field: ShownField, value: string) => {
  const { t } = useWords()
  const choices = useChoices(field, value)
  if (field.type === 'yes-no')
    return [
      { value: 'true', label: t('addedFields:yes') },
      { value: 'false', label: t('addedFields:no') },
    ]
  if (field.type === 'user-group') return choices.filter((choice) => !choice.value.includes('/'))
  // retired options are still on tickets
  if (field.type === 'classification') return allOptions(field, choices)
  return field.type === 'user' || field.type === 'scale' ? choices : undefined
}

const allOptions = ({ options }: ShownField, choices: { value: string; label: string }[]) => [
  ...choices,
  ...(options.values ?? [])
    .filter(({ value }) => !choices.some((choice) => choice.value === value))
    .map(({ value, label }) => ({ value, label: label.texts[label.source]?.text ?? value })),
]

/** Asked when one is done with it: with Enter, or by going on. */
const Exactly = ({ id, field, value, onValue }: AskingProps & { readonly id: string }) => {
  const [typed, type] = useState(value)
  const ask = () => {
    const said = field.type === 'number' ? String(parseNumber(typed) ?? typed) : typed.trim()
    if (said !== value) onValue(said)
  }
  return (
    <input
      id={id}
      dir="auto"
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      maxLength={200}
      value={typed}
      onChange={({ target }) => type(target.value)}
      onBlur={ask}
      onKeyDown={(event) => event.key === 'Enter' && ask()}
    />
  )
}

/** What an asked value is called, for the word that presses it away. */
export const useCustomWords = (asked: CustomAsked) => {
  const { t, format } = useWords()
  const { read } = useSession()
  const { data: fields = [] } = useQuery(fieldsQuery)
  return Object.entries(asked).flatMap(([name, value]) => {
    const field = fields.find(({ key }) => name === `custom.${key}`)
    if (!field || !value) return []
    const choice = field.options.values?.find((each) => each.value === value)
    const said =
      field.type === 'yes-no'
        ? value === 'true'
          ? t('addedFields:yes')
          : t('addedFields:no')
        : field.type === 'date'
          ? format.date(value)
          : choice
            ? read(choice.label).text
            : value
    return [{ name: name as keyof CustomAsked, label: read(field.label).text, said }]
  })
}
