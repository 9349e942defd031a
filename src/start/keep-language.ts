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
  await askAnew(client)
}

/** Of an account that follows the organisation: nothing is chosen, so nothing is told to the server. */
export const keepOnDevice = async (client: QueryClient, language: string): Promise<void> => {
  kept.keep('language', language)
  await askAnew(client)
}

/** Their lines are written by the server, in the language of the account. */
const askAnew = (client: QueryClient) => client.invalidateQueries({ queryKey: ['notices'] })
