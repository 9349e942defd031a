// The menu behind one's own name: languages where they have no place of their own, light or dark, the way out.
import { useNavigate } from '@tanstack/react-router'
import { Problem, api } from '../web/api.ts'
import { keptInTab } from '../web/kept.ts'
import { toasts } from '../web/ui/index.ts'
import type { IconName, MenuItem } from '../web/ui/index.ts'
import type { ColorScheme } from '../web/ui/index.ts'
import type { Translate } from '../words/key.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { sentenceFor } from './problem-words.tsx'
import { schemes } from './preferences.tsx'
import type { Preferences, languagesOnOffer } from './preferences.tsx'
import { useSession } from './session.tsx'

type Options = Preferences & {
  /** Empty where they have a place of their own. */
  readonly languages: ReturnType<typeof languagesOnOffer>
  /** The way to one's account; whoever came by a link in a mail has none. */
  readonly account: readonly MenuItem[]
  /** Where the bar has no room for them. */
  readonly pages?: readonly MenuItem[]
}

export const accountMenu = (t: Translate, options: Options): MenuItem[][] => [
  [...(options.pages ?? []), ...options.account],
  languageItems(options),
  schemeItems(t, options),
  [{ key: 'out', label: t('shell:signOut'), icon: 'signOut', onSelect: () => void signOut(t) }],
]

const languageItems = ({ languages, language, chooseLanguage }: Options): MenuItem[] =>
  languages.map(({ code, ownName }) => ({
    key: code,
    label: <bdi lang={code}>{ownName}</bdi>,
    icon: 'globe',
    chosen: code === language,
    onSelect: () => chooseLanguage(code),
  }))

const schemeIcons: Record<ColorScheme, IconName> = { auto: 'settings', light: 'sun', dark: 'moon' }

const schemeItems = (t: Translate, { scheme, chooseScheme }: Preferences): MenuItem[] =>
  schemes.map((one) => ({
    key: one,
    label: t(`shell:scheme.${one}`),
    icon: schemeIcons[one],
    chosen: one === scheme,
    onSelect: () => chooseScheme(one),
  }))

/** Everything that was shown is forgotten with the page, and what was half written with the tab's storage: others sit here too. */
export const signOut = async (t: Translate): Promise<void> => {
  const problem = await api.post('/api/auth/sign-out', {}).then(() => undefined, notOut)
  if (problem) {
    toasts.show({ text: sentenceFor(problem, t) ?? '', tone: 'danger' })
    return
  }
  keptInTab.forgetAll()
  location.assign('/sign-in')
}

/** Whoever is signed in no more is out. */
const notOut = (problem: unknown): unknown =>
  problem instanceof Problem && problem.code === 'notSignedIn' ? undefined : problem

/** For whoever signed in: what they are called, how they sign in, what they are told. */
export const useAccountItem = (): MenuItem[] => {
  const { t } = useWords()
  const { me } = useSession()
  const navigate = useNavigate()
  if (me.onlyTicket !== null) return []
  return [
    { key: 'account', label: t('shell:account'), icon: 'user', onSelect: () => void navigate({ href: '/account' }) },
  ]
}
