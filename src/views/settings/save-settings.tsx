import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { ConfirmDialog, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
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

/** Beside what is not saved: whoever goes elsewhere is asked first; so is, by the browser, whoever closes the page. */
export const AskBeforeLeaving = () => {
  const { t } = useWords()
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => true, withResolver: true })
  return (
    <ConfirmDialog
      open={status === 'blocked'}
      title={t('administration:leaving.title')}
      confirm={t('administration:leaving.confirm')}
      cancel={t('staff:cancel')}
      onConfirm={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      {t('administration:leaving.text')}
    </ConfirmDialog>
  )
}
