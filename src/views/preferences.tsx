// How the reader wants to see things: which language, light or dark. Signed in, the language is kept with the account.
import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import { entriesOfLanguages, isLanguage } from '../words/languages.ts'
import type { Language } from '../words/languages.ts'
import { keptOnDevice } from '../web/kept.ts'
import type { ColorScheme } from '../web/ui/index.ts'

export type Preferences = {
  readonly language: Language
  readonly chooseLanguage: (language: string) => void
  /** What the account says already, shown from now on. */
  readonly followLanguage: (language: string) => void
  readonly scheme: ColorScheme
  readonly chooseScheme: (scheme: ColorScheme) => void
}

const PreferencesContext = createContext<Preferences | undefined>(undefined)

export const PreferencesProvider = ({
  preferences,
  children,
}: {
  readonly preferences: Preferences
  readonly children: ReactNode
}) => <PreferencesContext value={preferences}>{children}</PreferencesContext>

export const usePreferences = (): Preferences => {
  const preferences = use(PreferencesContext)
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider above it')
  return preferences
}

export const schemes: readonly ColorScheme[] = ['auto', 'light', 'dark']

export const productLanguages = entriesOfLanguages().map(([code, { ownName }]) => ({ code, ownName }))

/** Those that the organisation offers; none where there is no other to choose. */
export const languagesOnOffer = (offered: readonly Language[] | undefined, current: Language) => {
  const shown = productLanguages.filter(({ code }) => offered?.includes(code) ?? true)
  return shown.some(({ code }) => code !== current) ? shown : []
}

/** This device's choice, for whoever is not signed in or never chose for their account. */
export const kept = {
  language: (): Language | undefined => {
    const language = read('language')
    return language !== undefined && isLanguage(language) ? language : undefined
  },
  scheme: (): ColorScheme => schemes.find((scheme) => scheme === read('scheme')) ?? 'auto',
  /** Whose desk this is, before anybody has signed in again. */
  organisation: (): string | undefined => read('organisation'),
  keep: (what: 'language' | 'scheme' | 'organisation', value: string): void => keptOnDevice.write(nameOf(what), value),
}

const nameOf = (what: string) => `sanad.${what}`

const read = (what: string): string | undefined => keptOnDevice.read(nameOf(what))
