// Where the pages begin: who is there, in which language, then the page that the address names.
import { createRoot } from 'react-dom/client'
import { kept } from '../views/preferences.tsx'
import { meQuery, settingsQuery } from '../views/session.tsx'
import type { Session } from '../views/session.tsx'
import { openLive } from '../web/live.ts'
import { Problem } from '../web/problem.ts'
import { isLanguage } from '../words/languages.ts'
import { loadWords } from '../words/load.ts'
import { App } from './app.tsx'
import { followHints } from './live-queries.ts'
import { openClient } from './open-client.ts'
import { openRouter } from './routes.tsx'
import { Unreachable } from './unreachable.tsx'

const client = openClient(toSignIn)

async function start(place: HTMLElement): Promise<void> {
  const root = createRoot(place)
  try {
    const session = await whoIsThere()
    const words = await loadWords({ language: languageFor(session) }, session?.me.isStaff ?? false)
    const router = openRouter({ client, session })
    const live = session && openLive()
    if (live) followHints(live, client)
    root.render(<App client={client} router={router} session={session} live={live} words={words} />)
  } catch (failure) {
    const t = await loadWords({ language: languageFor(undefined) }, false)
    root.render(<Unreachable t={t} failure={failure} />)
  }
}

async function whoIsThere(): Promise<Session | undefined> {
  try {
    const [me, settings] = await Promise.all([client.fetchQuery(meQuery), client.fetchQuery(settingsQuery)])
    kept.keep('organisation', settings.organisation)
    // the page before sign-in looks the same next time
    kept.keep('scheme', me.theme)
    return { me, settings }
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) return undefined
    throw failure
  }
}

/** Their account's choice, else this device's, else the organisation's; before anybody is known, the browser's. */
function languageFor(session: Session | undefined): string {
  // a visitor's choice is kept nowhere else
  const chosen = session?.me.onlyTicket ? kept.language() : undefined
  const own = chosen ?? session?.me.ownLanguage ?? kept.language() ?? session?.me.language
  return own ?? navigator.languages.find((tag) => isLanguage(tag.split('-')[0] ?? '')) ?? 'en'
}

/** The session ended while the page was open, or more is asked of it since: sign-in leads on. Drafts lie in the browser's storage and are there afterwards. */
function toSignIn(): void {
  const { pathname, search, hash } = location
  const me = client.getQueryData(meQuery.queryKey)
  // a visitor's own request says itself what is over; what else the page asked for was never theirs
  if (!me || pathname === `/tickets/${me.onlyTicket}`) return
  location.assign(`/sign-in?to=${encodeURIComponent(pathname + search + hash)}`)
}

const place = document.getElementById('root')
if (place) void start(place)
