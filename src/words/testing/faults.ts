// What is wrong in a catalog, as sentences: the completeness and the voice that design rules ask of every language.
// words.test.ts holds every catalog to it, and plants faults to see that each is found.

type Tree = { readonly [key: string]: string | readonly string[] | Tree }
type Texts = ReadonlyMap<string, readonly string[]>

const form = /_(zero|one|two|few|many|other)$/u

/** Every text by its path, `glossary.status.open`; a paragraph list is one entry. */
export const textsIn = (tree: object, path = ''): Map<string, readonly string[]> => {
  const texts = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(tree as Tree)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') texts.set(here, [value])
    else if (Array.isArray(value)) texts.set(here, value as readonly string[])
    else for (const [inner, text] of textsIn(value, here)) texts.set(inner, text)
  }
  return texts
}

const stemOf = (path: string): string => path.replace(form, '')

/** The stems of plural texts: those that have an `_other`. */
const pluralStems = (texts: Texts): Set<string> =>
  new Set([...texts.keys()].filter((path) => path.endsWith('_other')).map(stemOf))

const variablesIn = (texts: readonly string[]): string[] =>
  [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*(.+?)\s*\}\}/gu)].map(([, name]) => name ?? ''))),
  ].sort()

const actionsIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.matchAll(/\]\(([a-z-]+)\)/gu)].map(([, action]) => action ?? ''))

/** A text without its variables and its buttons' actions: what a reader would read. */
const proseOf = (text: string): string => text.replace(/\{\{.+?\}\}/gu, '').replace(/\]\([a-z-]+\)/gu, ']')

export const completenessFaults = (language: string, catalogs: object, english: object): string[] => {
  const ours = textsIn(catalogs)
  const theirs = textsIn(english)
  return [...missingKeys(ours, theirs), ...missingForms(language, ours, theirs), ...otherVariables(ours, theirs)].map(
    (fault) => `${language}: ${fault}`,
  )
}

const missingKeys = (ours: Texts, theirs: Texts): string[] => {
  const plurals = new Set([...pluralStems(theirs), ...pluralStems(ours)])
  const stems = (texts: Texts) =>
    new Set([...texts.keys()].map((path) => (plurals.has(stemOf(path)) ? stemOf(path) : path)))
  const [mine, english] = [stems(ours), stems(theirs)]
  return [
    ...[...english].filter((stem) => !mine.has(stem)).map((stem) => `${stem} is missing`),
    ...[...mine].filter((stem) => !english.has(stem)).map((stem) => `${stem} is not in English`),
  ]
}

const missingForms = (language: string, ours: Texts, theirs: Texts): string[] => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return [...pluralStems(theirs)].flatMap((stem) =>
    wanted.filter((category) => !ours.has(`${stem}_${category}`)).map((category) => `${stem}_${category} is missing`),
  )
}

/** The same variables as English. Only the forms for none, one and two may leave the count out: they say it as a word. */
const otherVariables = (ours: Texts, theirs: Texts): string[] => {
  const plurals = pluralStems(theirs)
  return [...ours].flatMap(([path, texts]) => {
    const isPlural = plurals.has(stemOf(path)) && form.test(path)
    const english = theirs.get(isPlural ? `${stemOf(path)}_other` : path)
    if (!english) return []
    const mayOmitCount = isPlural && /_(zero|one|two)$/u.test(path)
    const relevant = (list: readonly string[]) => list.filter((name) => !mayOmitCount || !name.startsWith('count'))
    const [mine, expected] = [relevant(variablesIn(texts)), relevant(variablesIn(english))]
    const faults =
      String(mine) === String(expected) ? [] : [`${path} has {${String(mine)}}, English {${String(expected)}}`]
    const sameButtons = String(actionsIn(texts)) === String(actionsIn(english))
    return sameButtons ? faults : [...faults, `${path} has other buttons than English`]
  })
}

type Rule = { readonly fault: string; readonly broken: (text: string) => boolean }

const everyLanguage: readonly Rule[] = [
  { fault: 'is empty', broken: (text) => text.trim() === '' },
  { fault: 'has an exclamation mark', broken: (text) => /[!！¡]/u.test(proseOf(text)) },
  { fault: 'has a bare {{count}}', broken: (text) => /\{\{\s*count\s*\}\}/u.test(text) },
  { fault: 'writes "..." for "…"', broken: (text) => text.includes('...') },
  {
    fault: 'has an invisible direction mark',
    broken: (text) => /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u.test(text),
  },
]

const englishOnly: readonly Rule[] = [
  {
    fault: 'has a contraction',
    broken: (text) => /\b\w+n['’]t\b|\b(?:it|we|you|they|that|there|i)['’](?:s|re|ll|ve|d|m)\b/iu.test(text),
  },
  {
    fault: 'has theatre in it',
    broken: (text) => /\b(?:unfortunately|oops|please be advised|successfully|click here|sorry)\b/iu.test(text),
  },
  { fault: 'writes "email"', broken: (text) => /\bemails?\b/iu.test(proseOf(text)) },
  {
    fault: 'says a word in whose place docs/glossary.md has another',
    broken: (text) =>
      /\b(?:issues?|incidents?|agents?|departments?|resolved?|categor(?:y|ies)|merged?|timeouts?|inbox|pending|claim(?:s|ed)?|feedback|reject(?:s|ed)?)\b/iu.test(
        proseOf(text),
      ),
  },
  {
    fault: 'says "soon" where a day belongs',
    broken: (text) => /\b(?:soon|shortly)\b/iu.test(text.replace('as soon as', '')),
  },
]

const arabicOnly: readonly Rule[] = [
  {
    fault: 'has no Arabic letter',
    broken: (text) => /\p{L}/u.test(proseOf(text)) && !/\p{Script=Arabic}/u.test(proseOf(text)),
  },
  {
    fault: 'attaches a particle to a variable',
    broken: (text) => /[\p{Script=Arabic}ـ]\{\{|\}\}[\p{Script=Arabic}ـ]/u.test(text),
  },
  {
    fault: 'says a word in whose place docs/glossary.md has another',
    broken: (text) =>
      /(?<!\p{L})[وف]?[بكل]?(?:ال|ل)?(?:بطاقة|شكوى|مشكلة|وكيل|مندوب|زبون|مشرف|منظمة|محلولة|فئة|محوّل|كتلة|تعيين|تخصيص|إخطار|طابور|استعلام|إحصائيات|تفاعل)(?!\p{L})|زمن الاستجابة|الدعم الفني/u.test(
        proseOf(text),
      ),
  },
  {
    fault: 'speaks to a man alone',
    broken: (text) =>
      /(?<!\p{L})[وفل]?(?:اختر|حاول|انسخه?|اضغط|انقر|ستجد|تستطيع|تتمكن|تريد|عزيزي|متأكد)(?!\p{L})/u.test(proseOf(text)),
  },
  { fault: 'has a tatweel', broken: (text) => text.includes('ـ') },
  { fault: 'has Latin punctuation', broken: (text) => /[,;?"“”]/u.test(proseOf(text)) },
  { fault: 'has a space before punctuation', broken: (text) => /\S\s[،؛؟.:]/u.test(text) },
  { fault: 'types a digit', broken: (text) => /[\d٠-٩]/u.test(proseOf(text)) },
  { fault: 'says قام بـ، من قِبل or بواسطة', broken: (text) => /(?:^|\s)(?:قام ب|قامت ب|من قِبل|بواسطة)/u.test(text) },
  {
    fault: 'says a long sentence with «تم»',
    broken: (text) => /(?:^|\s)تمت?\s/u.test(text) && text.split(/\s+/u).length > 3,
  },
]

const rulesFor = (language: string): readonly Rule[] => [
  ...everyLanguage,
  ...(language === 'en' ? englishOnly : []),
  ...(language === 'ar' ? arabicOnly : []),
]

export const voiceFaults = (language: string, catalogs: object): string[] =>
  [...textsIn(catalogs)].flatMap(([path, texts]) =>
    texts.flatMap((text) =>
      rulesFor(language)
        .filter(({ broken }) => broken(text))
        .map(({ fault }) => `${language}: ${path} ${fault}: ${text}`),
    ),
  )

/** Texts left in English, except where nothing but variables stands in them. */
export const untranslated = (language: string, catalogs: object, english: object): string[] => {
  const theirs = textsIn(english)
  return [...textsIn(catalogs)].flatMap(([path, texts]) => {
    const same = texts.filter((text) => /\p{L}/u.test(proseOf(text)) && theirs.get(path)?.includes(text))
    return same.map((text) => `${language}: ${path} is the English text: ${text}`)
  })
}

/** Programs guess a line's direction from its first letter. */
export const foreignFirstWords = (catalogs: object): string[] =>
  [...textsIn(catalogs)]
    .filter(([path]) => /\.(?:subject|inProduct)(?:_\w+)?$/u.test(path))
    .flatMap(([path, texts]) =>
      texts.filter((text) => !/^\p{Script=Arabic}/u.test(text)).map((text) => `${path}: ${text}`),
    )
