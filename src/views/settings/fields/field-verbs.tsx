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

/** Adds a field, or changes the one with this key. */
export const useSaveField = (key: string | undefined) => {
  const onSuccess = useAsksAgain()
  return useMutation({
    mutationFn: (body: object) =>
      key === undefined ? api.post<ShownField>(path, body) : api.patch<ShownField>(`${path}/${key}`, body),
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
