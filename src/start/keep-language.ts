// A chosen language is kept on this device and, for whoever is signed in, with their account: mails follow it too.
import type { QueryClient } from '@tanstack/react-query'
import { kept } from '../views/preferences.tsx'
import { meQuery } from '../views/session.tsx'
import type { Me } from '../views/session.tsx'
import { api } from '../web/api.ts'

export const keepLanguage = async (client: QueryClient, signedIn: boolean, language: string): Promise<void> => {
  kept.keep('language', language)
  if (!signedIn) return
  const me = await api.patch<Me>('/api/v1/me', { language }).catch(() => undefined)
  if (!me) return
  client.setQueryData(meQuery.queryKey, me)
  // Their lines are written by the server, in the language of the account.
  await client.invalidateQueries({ queryKey: ['notices'] })
}
