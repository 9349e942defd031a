// The product's languages. Adding one is adding a folder beside en/ and a line here.
import type { English, Translated } from './key.ts'

export type Dir = 'ltr' | 'rtl'
export type Catalogs = Translated<English>

export type Part = 'account' | 'administration'

type ProductLanguage = {
  readonly ownName: string
  readonly dir: Dir
  /** The regional form that numbers and dates follow where the reader names no region. */
  readonly formats: string
  readonly catalogs: () => Promise<Catalogs>
  /** What a browser fetches: the part that every page needs, and staff's. */
  readonly forEveryone: () => Promise<Partial<Catalogs>>
  readonly forStaff: () => Promise<Partial<Catalogs>>
  /** What a few pages need, fetched with the first of them. */
  readonly parts: Readonly<Record<Part, () => Promise<Partial<Catalogs>>>>
}

export const languages = {
  en: {
    ownName: 'English',
    dir: 'ltr',
    formats: 'en-GB',
    catalogs: async () => (await import('./en/index.ts')).en,
    forEveryone: async () => (await import('./en/for-everyone.ts')).forEveryone,
    forStaff: async () => (await import('./en/for-staff.ts')).forStaff,
    parts: {
      account: async () => (await import('./en/for-account.ts')).forAccount,
      administration: async () => (await import('./en/for-administration.ts')).forAdministration,
    },
  },
  ar: {
    ownName: 'العربية',
    dir: 'rtl',
    formats: 'ar',
    catalogs: async () => (await import('./ar/index.ts')).ar,
    forEveryone: async () => (await import('./ar/for-everyone.ts')).forEveryone,
    forStaff: async () => (await import('./ar/for-staff.ts')).forStaff,
    parts: {
      account: async () => (await import('./ar/for-account.ts')).forAccount,
      administration: async () => (await import('./ar/for-administration.ts')).forAdministration,
    },
  },
} as const satisfies Record<string, ProductLanguage>

export type Language = keyof typeof languages

export const languageCodes = Object.keys(languages) as Language[]

export const fallbackLanguage: Language = 'en'

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code)

/** The product language nearest to a tag: `ar-EG` is read in `ar`, what we do not have in English. */
export const languageOf = (tag: string): Language => {
  const base = tag.split('-')[0]?.toLowerCase() ?? ''
  return isLanguage(base) ? base : fallbackLanguage
}

/**
 * In which order somebody reads what people wrote. Pages speak the nearest of ours; their own language, which may be none of
 * ours, goes before it, unless they look at the pages in another one.
 */
export const readersOf = (page: string, own: string): [string, string] =>
  languageOf(own) === page ? [own, page] : [page, own]

export const entriesOfLanguages = (): [Language, ProductLanguage][] =>
  languageCodes.map((code) => [code, languages[code]])
