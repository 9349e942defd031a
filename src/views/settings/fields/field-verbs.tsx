import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { fieldsQuery } from '../../added-fields/fields-question.tsx'
import type { ShownField } from '../../added-fields/fields-question.tsx'

const path = '/api/v1/fields'

/** Every list of fields asks again. */
const useAsksAgain = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: fieldsQuery.queryKey })
}

type BodyFor = (now: ShownField | undefined) => object

/** Adds a field, or changes the one with this key: with what the field says that is asked for once more. */
export const useSaveField = (key: string | undefined) => {
  const onSuccess = useAsksAgain()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (bodyFor: BodyFor) => {
      if (key === undefined) return api.post<ShownField>(path, bodyFor(undefined))
      const all = await client.fetchQuery({ ...fieldsQuery, staleTime: 0 })
      return api.patch<ShownField>(`${path}/${key}`, bodyFor(all.find((field) => field.key === key)))
    },
    onSuccess,
  })
}

export const useRetireField = (key: string) => {
  const onSuccess = useAsksAgain()
  return useMutation({
    mutationFn: (retire: boolean) => api.post<ShownField>(`${path}/${key}/${retire ? 'retire' : 'restore'}`),
    onSuccess,
  })
}

/** Only those are changed whose place is another afterwards. */
export const useMoveField = (fields: readonly ShownField[]) => {
  const onSuccess = useAsksAgain()
  return useMutation({
    mutationFn: async ({ from, to }: { from: number; to: number }) => {
      const moved = fields.toSpliced(from, 1).toSpliced(to, 0, fields[from]!)
      for (const [order, field] of moved.entries())
        if (field.order !== order) await api.patch(`${path}/${field.key}`, { order })
    },
    onSettled: onSuccess,
  })
}
