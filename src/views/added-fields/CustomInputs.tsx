import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { isAskedOf } from '../../settings/added-fields/added-field.ts'
import type { Choice } from './choices.tsx'
import { CustomInput } from './CustomInput.tsx'
import { fieldsQuery } from './fields-question.tsx'
import type { ShownField } from './fields-question.tsx'
import type { Typed } from './typed.ts'
import styles from './AddedFields.module.css'

/** Those that are asked for now, in the administrator's order. */
export const useAskedFields = (side: 'staff' | 'customer'): readonly ShownField[] => {
  const { data = [] } = useQuery(fieldsQuery)
  return data.filter((field) => !field.retired && isAskedOf(field, side))
}

type Props = {
  readonly fields: readonly ShownField[]
  readonly typed: Typed
  /** What stands in an input into which nothing was typed. */
  readonly standing?: (field: ShownField) => string
  /** What a ticket holds: by its name there, where it may be chosen no longer. */
  readonly held?: (field: ShownField) => Choice | undefined
  readonly faults: Readonly<Record<string, string>>
  readonly onTyped: (typed: Typed) => void
  readonly large?: boolean
  /** Whether any file is on its way: nothing is sent without it. */
  readonly onBusy?: (busy: boolean) => void
}

export const CustomInputs = ({ fields, typed, standing, held, faults, onTyped, large = false, onBusy }: Props) => {
  const underWay = useRef(new Set<string>())
  const tell = useCallback(
    (name: string, busy: boolean) => {
      if (busy) underWay.current.add(name)
      else underWay.current.delete(name)
      onBusy?.(underWay.current.size > 0)
    },
    [onBusy],
  )
  return (
    <div className={styles['inputs']}>
      {fields.map((field) => (
        <CustomInput
          key={field.key}
          field={field}
          large={large}
          value={typed[field.key] ?? standing?.(field) ?? ''}
          held={held?.(field)}
          error={faults[field.key]}
          onBusy={tell}
          onValue={(value) => onTyped({ ...typed, [field.key]: value })}
        />
      ))}
    </div>
  )
}
