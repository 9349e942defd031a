import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { toasts } from '../../web/ui/index.ts'
import { settingsQuery } from '../session.tsx'
import type { SharedSettings } from '../session.tsx'

/** Sends what changed; every page then shows what was saved. */
export const useSaveSettings = (said: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => api.patch<SharedSettings>('/api/v1/settings', body),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      toasts.show({ text: said })
    },
  })
}

/** Of what a form holds, what is otherwise than before: what is not named stays, whoever else changed it meanwhile. */
export const changedOf = (before: object, now: object): Record<string, unknown> => {
  const earlier = before as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(earlier[name]) !== JSON.stringify(value)),
  )
}
