import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Popover } from '../../web/ui/index.ts'
import type { Anchor } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import { useCalled, useChoices } from './choices.tsx'
import type { Choice } from './choices.tsx'
import type { CustomAsked } from './custom-asked.ts'
import { Exactly } from './Exactly.tsx'
import { fieldsQuery } from './fields-question.tsx'
import type { ShownField } from './fields-question.tsx'
import { placesOf } from './places.ts'
import styles from './CustomFilter.module.css'

type Props = {
  readonly asked: CustomAsked
  readonly onChange: (changed: CustomAsked) => void
  readonly anchor: (anchor: Anchor) => ReactAnchor
  readonly align?: 'start' | 'end'
  readonly startsOpen?: boolean
  readonly onOpen?: (open: boolean) => void
}
type ReactAnchor = ReturnType<Parameters<typeof Popover>[0]['anchor']>

/** A list narrowed by the organisation's own fields; nothing where there are none. */
export const CustomFilter = ({ asked, onChange, anchor, align = 'start', startsOpen = false, onOpen }: Props) => {
  const { t } = useWords()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const [open, put] = useState(startsOpen)
  const setOpen = (to: boolean) => {
    put(to)
    onOpen?.(to)
  }
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
      <label htmlFor={id}>
        <bdi>{read(field.label).text}</bdi>
      </label>
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
  const { read } = useSession()
  const choices = useChoices(field, value)
  if (field.type === 'yes-no')
    return [
      { value: 'true', label: t('addedFields:yes') },
      { value: 'false', label: t('addedFields:no') },
    ]
  if (field.type === 'file')
    return [
      { value: 'true', label: t('addedFields:hasFile') },
      { value: 'false', label: t('addedFields:noFile') },
    ]
  if (field.type === 'user-group') return choices.filter((choice) => !choice.value.includes('/'))
  // retired options are still on tickets
  if (field.type === 'classification') return allOptions(field, choices, read)
  return field.type === 'user' || field.type === 'scale' ? choices : undefined
}

const allOptions = (
  { options }: ShownField,
  choices: readonly Choice[],
  read: ReturnType<typeof useSession>['read'],
): Choice[] => [
  ...choices,
  ...(options.values ?? [])
    .filter(({ value }) => !choices.some((choice) => choice.value === value))
    .map(({ value, label }) => ({ value, label: read(label).text })),
]

/** What an asked value is called, for the word that presses it away. */
export const useCustomWords = (asked: CustomAsked) => {
  const { read } = useSession()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const names = useNames(
    fields.flatMap(({ key, type }) => {
      const value = asked[`custom.${key}`]
      return value ? [{ type, value }] : []
    }),
  )
  const say = useSaid(names)
  return Object.entries(asked).flatMap(([name, value]) => {
    const field = fields.find(({ key }) => name === `custom.${key}`)
    if (!field || !value) return []
    return [{ name: name as keyof CustomAsked, label: read(field.label).text, said: say(field, value) }]
  })
}

const useSaid = (names: ReadonlyMap<string, string>) => {
  const { t, format } = useWords()
  const { read } = useSession()
  return ({ type, options }: ShownField, value: string): string => {
    switch (type) {
      case 'yes-no':
        return value === 'true' ? t('addedFields:yes') : t('addedFields:no')
      case 'file':
        return value === 'true' ? t('addedFields:hasFile') : t('addedFields:noFile')
      case 'date':
        return format.date(value)
      case 'date-time':
        if (Number.isNaN(Date.parse(value))) return value
        return value.includes('T') ? format.dateTime(value) : format.date(value)
      case 'number':
        return format.number(Number(value), placesOf(options))
      case 'scale':
        return t('addedFields:steps', { score: format.number(Number(value)), max: format.number(options.max ?? 5) })
      case 'classification': {
        const choice = options.values?.find((each) => each.value === value)
        return choice ? read(choice.label).text : value
      }
      default:
        return names.get(value) ?? value
    }
  }
}

type Named = Pick<ShownField, 'type'> & { readonly value: string }

/** People and groups are asked for by their ids, and called by their names. */
const useNames = (asked: readonly Named[]): ReadonlyMap<string, string> => {
  const enabled = asked.some(({ type }) => type === 'user' || type === 'user-group')
  const { data: groups } = useQuery({ ...groupsQuery, enabled })
  const known = new Map([...(groups ?? []), ...membersOf(groups ?? [])].map(({ id, name }) => [id, name]))
  const unknown = asked.filter(({ type, value }) => groups && type === 'user' && !known.has(value))
  return new Map([...known, ...useCalled(unknown.map(({ value }) => value))])
}
