import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldsQuery } from '../added-fields/fields-question.tsx'
import type { ShownField } from '../added-fields/fields-question.tsx'
import { customColumn, isCustom, keepColumns, keptColumns, keyOf } from './columns.ts'
import type { Column } from './columns.ts'

export type ShownColumns = {
  readonly columns: readonly Column[]
  /** The added fields that could be columns, by their column's name. */
  readonly fields: ReadonlyMap<string, ShownField>
  /** Which of them are, for the question; undefined while that cannot be said yet. */
  readonly asked: string | undefined
  readonly choose: (columns: readonly Column[]) => void
}

/** The columns that were chosen, as far as there are such. A field that is gone, or that its reader may not see, is no column. */
export const useShownColumns = (): ShownColumns => {
  const [kept, keep] = useState(keptColumns)
  const { data, isError } = useQuery(fieldsQuery)
  const fields = new Map((data ?? []).map((field) => [customColumn(field.key) as string, field]))
  const shown = kept.filter((column) => !isCustom(column) || fields.has(column))
  const waits = !data && !isError && kept.some(isCustom)
  return {
    columns: shown,
    fields,
    asked: waits ? undefined : shown.filter(isCustom).map(keyOf).join(','),
    choose: (columns) => {
      keepColumns(columns)
      keep(keptColumns())
    },
  }
}
