// Light or dark is kept on this device and, for whoever is signed in, with their account.
import type { QueryClient } from '@tanstack/react-query'
import { kept } from '../views/preferences.tsx'
import { meQuery } from '../views/session.tsx'
import type { Me } from '../views/session.tsx'
import { api } from '../web/api.ts'
import type { ColorScheme } from '../web/ui/index.ts'

/** Shown at once; whoever came by a link has no account to keep it in. */
export const keepScheme = (client: QueryClient, me: Me | undefined, theme: ColorScheme): void => {
  kept.keep('scheme', theme)
  if (!me) return
  client.setQueryData(meQuery.queryKey, { ...me, theme })
  if (me.onlyTicket === null) void api.patch<Me>('/api/v1/me', { theme }).catch(() => undefined)
}
