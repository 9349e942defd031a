// i18next, set up once: catalogs in, `t` out. Nothing is read or fetched here.
import i18next from 'i18next'
import type { Translate } from './key.ts'
import { isolate } from './direction.ts'
import { fallbackLanguage, languageOf, languages } from './languages.ts'
import type { Catalogs, Language } from './languages.ts'
import { formatLocale, numberFormat } from './locale.ts'
import type { Reader } from './locale.ts'

type Variables = Readonly<Record<string, string | number>>

/**
 * @param catalogs the reader's language, and English where it is at hand: a missing key falls back to it.
 */
export const speak = (reader: Reader, catalogs: Partial<Record<Language, Catalogs>>): Translate => {
  const language = languageOf(reader.language)
  const { dir } = languages[language]
  const locale = formatLocale(reader)
  let isolating = true
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: fallbackLanguage,
    initAsync: false,
    resources: catalogs,
    returnNull: false,
    // The "escape" is our isolation; escaping for HTML is the renderer's. It sees every variable, formatted or not.
    interpolation: {
      escapeValue: true,
      escape: (value: unknown) => (isolating ? isolate(String(value), dir) : String(value)),
    },
    missingInterpolationHandler: () => '',
  })
  void instance.init()
  instance.services.formatter?.add('number', (value: number) => numberFormat(locale).format(value))

  // Variables go in as `replace`, so that one named `lng` or `context` is a variable and never an option of i18next.
  const say = (key: string, variables: Variables = {}): string =>
    instance.t(key, {
      ...('count' in variables && { count: Number(variables.count) }),
      replace: variables,
      nest: false,
    })

  const plain = (key: string, variables?: Variables): string => {
    isolating = false
    try {
      return say(key, variables)
    } finally {
      isolating = true
    }
  }

  // The path may be anything that came over the wire: a group of texts, or what every object inherits, is no text.
  const maybe = (namespace: string, path: string, variables?: Variables): string | undefined => {
    const key = `${namespace}:${path}`
    const count = variables && 'count' in variables ? { count: Number(variables.count) } : {}
    const found: unknown = instance.t(key, { ...count, defaultValue: '', returnObjects: true, nest: false })
    return typeof found === 'string' && found !== '' ? say(key, variables) : undefined
  }

  const spoken = Object.assign(say, { plain, maybe, language, locale, dir }) as Translate
  madeOf.set(spoken, { reader, catalogs })
  return spoken
}

/** The same words, each text of the reader's catalog as `rewrite` gives it; what is put into a text is left alone. */
export const withRewritten = (t: Translate, rewrite: (text: string) => string): Translate => {
  const made = madeOf.get(t)
  if (!made) return t
  const language = languageOf(t.language)
  const rewritten = (texts: unknown): unknown =>
    typeof texts === 'string'
      ? rewrite(texts)
      : Object.fromEntries(Object.entries(texts as object).map(([key, text]) => [key, rewritten(text)]))
  return speak(made.reader, { ...made.catalogs, [language]: rewritten(made.catalogs[language] ?? {}) as Catalogs })
}

const madeOf = new WeakMap<Translate, { reader: Reader; catalogs: Partial<Record<Language, Catalogs>> }>()

/** By namespace and group: `{ glossary: { status: { open: 'Neu' } } }`. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** The same words with some of an organisation's own in place of the catalog's. */
export const withOwnWords = (t: Translate, own: OwnWords, { digits }: Pick<Reader, 'digits'> = {}): Translate => {
  const made = madeOf.get(t)
  const isSome = Object.values(own).some((groups) =>
    Object.values(groups).some((words) => Object.keys(words).length > 0),
  )
  if (!made || (!isSome && (!digits || digits === made.reader.digits))) return t
  const language = languageOf(t.language)
  // inherits: namespaces that are fetched later are found through it too
  const catalog = Object.create(made.catalogs[language] ?? null) as Record<string, Record<string, unknown>>
  for (const [namespace, groups] of Object.entries(own))
    for (const [group, words] of Object.entries(groups))
      catalog[namespace] = {
        ...catalog[namespace],
        [group]: { ...(catalog[namespace]?.[group] as object | undefined), ...words },
      }
  return speak(
    { ...made.reader, ...(digits && { digits }) },
    { ...made.catalogs, [language]: catalog as unknown as Catalogs },
  )
}
