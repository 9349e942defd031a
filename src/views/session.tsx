// Who is signed in and what every page needs to know. Texts and ticket numbers are read through it, in the reader's language.
import { queryOptions } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'
import type { ReactNode } from 'react'
import { readText } from '../fields/multilingual-text/read-text.ts'
import type { ReadText } from '../fields/multilingual-text/read-text.ts'
import type { PresentedText } from '../fields/multilingual-text/multilingual-text.ts'
import type { Permission } from '../permissions/permissions.ts'
import type { Named } from '../queries/named.ts'
import type { Settings } from '../settings/settings.ts'
import { shownNumber } from '../settings/shown-number.ts'
import type { Preferences as OwnPreferences } from '../users/my-account/preferences.ts'
import { api } from '../web/api.ts'
import { readersOf } from '../words/languages.ts'
import { useWords } from '../words/WordsProvider.tsx'

export type Me = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly timeZone: string
  /** Their own choice; null: as the organisation has it. */
  readonly ownLanguage: string | null
  readonly ownTimeZone: string | null
  readonly permissions: readonly Permission[]
  readonly groups: readonly Named[]
  readonly isStaff: boolean
  /** Of an organisation whose requests they may read. */
  readonly seesColleagues: boolean
  /** They came by a link in a mail: this request and nothing else is theirs to see. null: they signed in. */
  readonly onlyTicket: number | null
  readonly hasPassword: boolean
  readonly secondFactor: { readonly on: boolean; readonly required: boolean }
} & OwnPreferences
/** The rest is answered to those who manage settings. */
export type SharedSettings = Pick<Settings, 'organisation' | 'language' | 'numberPrefix'> &
  Partial<Settings> & { readonly ownSolutionsReviewed?: boolean }

export type Session = { readonly me: Me; readonly settings: SharedSettings }

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/api/v1/me', { signal }),
  staleTime: Infinity,
})

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.get<SharedSettings>('/api/v1/settings', { signal }),
  staleTime: Infinity,
})

/** Whose desk this is, for the pages before anybody signed in. */
export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) =>
    api.get<Pick<Settings, 'organisation' | 'languages' | 'accent' | 'logo'>>('/api/v1/organisation', { signal }),
  staleTime: Infinity,
})

type Reading = Session & {
  readonly may: (permission: Permission) => boolean
  /** A text in the reader's language where there is one, else the original; for UserText. */
  readonly read: (text: PresentedText) => ReadText
  /** T-1042 */
  readonly label: (number: number) => string
}

const SessionContext = createContext<Session | undefined>(undefined)

export const SessionProvider = ({ session, children }: { readonly session: Session; readonly children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
)

/** Only below the shell: whoever is not signed in never gets there. */
export const useSession = (): Reading => {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession needs somebody who is signed in')
  const { t } = useWords()
  return useMemo(() => readingOf(session, t.language), [session, t.language])
}

const readingOf = ({ me, settings }: Session, language: string): Reading => ({
  me,
  settings,
  may: (permission) => me.permissions.includes(permission),
  read: (text) => readText(text, ...readersOf(language, me.language)),
  label: (number) => shownNumber(settings, number),
})
