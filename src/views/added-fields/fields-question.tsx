import { queryOptions } from '@tanstack/react-query'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { AddedField, Choice } from '../../settings/added-fields/added-field.ts'
import { api } from '../../web/api.ts'

/** As the interface answers it: texts without their revisions. */
export type ShownField = Omit<AddedField, 'label' | 'help' | 'options'> & {
  readonly label: PresentedText
  readonly help: PresentedText | null
  readonly options: Omit<AddedField['options'], 'values'> & { readonly values?: readonly ShownChoice[] }
}
export type ShownChoice = Omit<Choice, 'label'> & { readonly label: PresentedText }

/** The organisation's own fields that the reader may see, retired ones too: tickets still hold their values. */
export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: async ({ signal }) => (await api.get<{ items: ShownField[] }>('/api/v1/fields', { signal })).items,
  staleTime: 10_000,
})
