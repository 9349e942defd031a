// Everything that stands round the pages: words, look, who is signed in, what is asked of the server and what it tells by itself.
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { LiveStatusContext } from '../views/live-status.tsx'
import { PreferencesProvider, kept } from '../views/preferences.tsx'
import type { Preferences } from '../views/preferences.tsx'
import { OrganisationLook } from '../views/organisation-look.tsx'
import { SessionProvider, meQuery, settingsQuery } from '../views/session.tsx'
import type { Me, Session } from '../views/session.tsx'
import { letFieldsSay } from '../web/fields-say.ts'
import { allowSingleKeys } from '../web/keys.ts'
import { ownWords } from '../settings/labels.ts'
import type { Live } from '../web/live.ts'
import { undoKeys } from '../web/keys.ts'
import { Toasts, UiProvider } from '../web/ui/index.ts'
import { formatFor } from '../words/format.ts'
import { loadWords } from '../words/load.ts'
import { WordsProvider, useWords } from '../words/WordsProvider.tsx'
import type { Translate } from '../words/key.ts'
import { languageOf } from '../words/languages.ts'
import { withOwnWords } from '../words/speak.ts'
import { keepLanguage, keepOnDevice } from './keep-language.ts'
import { keepScheme } from './keep-scheme.ts'
import { linkOf } from './router-link.tsx'
import type { AppRouter } from './routes.tsx'

type Props = {
  readonly client: QueryClient
  readonly router: AppRouter
  readonly session: Session | undefined
  readonly live: Live | undefined
  readonly words: Translate
}

export const App = ({ client, router, session, live, words }: Props) => {
  const { data: me = session?.me } = useQuery({ ...meQuery, enabled: session !== undefined }, client)
  const preferences = usePreferred(words, me, client)
  const { t, scheme } = preferences
  const timeZone = me?.timeZone ?? deviceTimeZone()
  const { data: settings = session?.settings } = useQuery({ ...settingsQuery, enabled: session !== undefined }, client)
  const digits = me?.digits ?? settings?.digits ?? undefined
  const reader = useMemo(
    () => ({ t, format: formatFor({ language: t.locale, timeZone, digits }) }),
    [t, timeZone, digits],
  )
  const link = useMemo(() => linkOf(router), [router])
  const pages = <RouterProvider router={router} />
  return (
    <QueryClientProvider client={client}>
      <WordsProvider words={reader}>
        <PreferencesProvider preferences={preferences}>
          <UiProvider dir={t.dir} lang={t.language} colorScheme={scheme} link={link}>
            {session && live ? (
              <SignedIn first={session} live={live}>
                {pages}
              </SignedIn>
            ) : (
              pages
            )}
            <FieldsSay />
            <Toasts
              label={t('shell:toasts')}
              dismiss={t('shell:dismiss')}
              number={reader.format.number}
              undoKeys={me?.isStaff ? undoKeys : undefined}
            />
          </UiProvider>
        </PreferencesProvider>
      </WordsProvider>
    </QueryClientProvider>
  )
}

const FieldsSay = () => {
  const { t } = useWords()
  useEffect(() => letFieldsSay((lack) => t(`refusals:field.${lack}`)), [t])
  return null
}

const deviceTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const usePreferred = (
  words: Translate,
  me: Me | undefined,
  client: QueryClient,
): Preferences & { readonly t: Translate } => {
  const [t, setWords] = useState(() => words)
  const [ofDevice, setOfDevice] = useState(kept.scheme)
  const show = async (language: string) => {
    const next = await loadWords({ language }, me?.isStaff ?? false)
    setWords(() => next)
  }
  const chooseLanguage = async (language: string) => {
    await show(language)
    await keepLanguage(client, me !== undefined, language)
  }
  const followLanguage = async (language: string) => {
    await show(language)
    await keepOnDevice(client, language)
  }
  useEffect(() => allowSingleKeys(me?.singleKeys ?? true), [me?.singleKeys])
  return {
    t,
    language: languageOf(t.language),
    chooseLanguage: (language) => void chooseLanguage(language),
    followLanguage: (language) => void followLanguage(language),
    scheme: me?.theme ?? ofDevice,
    chooseScheme: (next) => {
      setOfDevice(next)
      keepScheme(client, me, next)
    },
  }
}

type SignedInProps = { readonly first: Session; readonly live: Live; readonly children: ReactNode }

/** Their name, or the organisation's, may change while the page is open. */
const SignedIn = ({ first, live, children }: SignedInProps) => {
  const { data: now = first.me } = useQuery(meQuery)
  // whoever comes to work here meanwhile has the customer's pages until the next load, which brings the words of staff's
  const isStaff = now.isStaff && first.me.isStaff
  const me = useMemo(() => ({ ...now, isStaff }), [now, isStaff])
  const { data: settings = first.settings } = useQuery(settingsQuery)
  const session = useMemo(() => ({ me, settings }), [me, settings])
  const { accent = null, logo = null, labels } = settings
  return (
    <SessionProvider session={session}>
      <OwnWords session={session}>
        <OrganisationLook accent={accent} labels={labels} logo={logo}>
          <LiveStatusContext value={live.status}>{children}</LiveStatusContext>
        </OrganisationLook>
      </OwnWords>
    </SessionProvider>
  )
}

type OwnWordsProps = { readonly session: Session; readonly children: ReactNode }

/** Statuses as the organisation calls them, numbers and days as the reader has them written, else the organisation. */
const OwnWords = ({ session, children }: OwnWordsProps) => {
  const { t } = useWords()
  const { me, settings } = session
  const { labels = {} } = settings
  const words = useMemo(() => {
    const digits = me.digits ?? settings.digits ?? undefined
    const { timeZone, calendar } = me
    const format = formatFor({ language: t.locale, timeZone, digits, calendar: calendar ?? undefined })
    return { t: withOwnWords(t, ownWords(labels, languageOf(t.language)), { digits }), format }
  }, [t, labels, me, settings.digits])
  return <WordsProvider words={words}>{children}</WordsProvider>
}
