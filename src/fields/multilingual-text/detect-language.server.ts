import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'
import { languageOnly } from './language-tag.ts'
import { writtenLanguages } from './written-languages.ts'

let loaded: typeof eld | undefined

/** Loaded with the first text that its letters alone do not tell: it takes 70 MB, and a third of a second, once. */
function detector() {
  if (!loaded) {
    const file = fileURLToPath(import.meta.resolve('eld/extrasmall'))
    loaded = (createRequire(import.meta.url)(file) as { eld: typeof eld }).eld
    // fewer candidates are what makes short texts reliable
    loaded.setLanguageSubset([...writtenLanguages])
  }
  return loaded
}

/** Scripts that one language alone is written in, as far as our customers go. */
const scripts: [script: RegExp, language: string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
]

// Japanese mixes kana with Han; a product's name in Han does not make a French text Chinese.
const enough = (language: string) => (language === 'ja' ? 1 / 5 : 1 / 3)

const beyondLatin = /[\u0250-\u{10ffff}]/u

/** A title of three words: names and words of half a dozen languages alike. */
const isShort = (sample: string): boolean => count(sample, /\p{L}{2,}/gu) < 4

/** Among these alone a short text is told apart: of thirteen some other one always fits better by chance. */
const told = ['en', 'fr', 'de', 'es']

/**
 * The language that a text is written in. The script decides first (Arabic, Han), however short the text, then the detector
 * where it is sure; a text too short to tell is taken to be in the writer's own language, unless that is written in another
 * script: then in English.
 */
export function detectLanguage(text: string, writersLanguage: string): string {
  const sample = text.slice(0, 2_000)
  const lettersAlone = sample.replace(/\P{L}+/gu, '')
  if (lettersAlone === '') return writersLanguage
  const byWords = () => byItsWords(sample, writtenOtherwise(writersLanguage) ? 'en' : writersLanguage)
  if (!beyondLatin.test(lettersAlone)) return sameOr(byWords(), writersLanguage)
  const letters = count(lettersAlone, /\p{L}/gu)
  const byScript = scripts.find(([script, language]) => count(sample, script) > letters * enough(language))
  if (byScript) return sameOr(byScript[1], writersLanguage)
  if (count(sample, /\p{Script=Arabic}/gu) > letters / 2) return arabicScript(sample, writersLanguage)
  if (count(sample, /\p{Script=Cyrillic}/gu) > letters / 2) return cyrillic(writersLanguage)
  return sameOr(byWords(), writersLanguage)
}

/** The detector takes as long as the text, and is sure well before this. */
const enoughForWords = 800

/** What the detector is sure of; else what is likely anyhow. */
function byItsWords(sample: string, likely: string): string {
  const found = detector().detect(sample.slice(0, enoughForWords))
  if (!found.language || !found.isReliable()) return likely
  const scores = found.getScores()
  const own = scores[languageOnly(likely)] ?? 0
  if (!isShort(sample)) return scores[found.language]! - own < 0.05 ? likely : found.language
  const among = new Set([...told, languageOnly(likely)])
  const [best, next] = Object.entries(scores)
    .filter(([language]) => among.has(language))
    .toSorted(([, one], [, other]) => other - one)
  if (!best || best[1] < 0.6) return likely
  return best[1] - Math.max(next?.[1] ?? 0, own) < 0.1 ? likely : best[0]
}

/** The writer's own language is not written in Latin letters. */
const writtenOtherwise = (writersLanguage: string): boolean =>
  ['ar', 'fa', 'ur', 'zh', 'ja', 'ko', 'he', 'el', 'th', ...inCyrillic].includes(languageOnly(writersLanguage))

const inCyrillic = ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk']

const cyrillic = (writersLanguage: string): string =>
  inCyrillic.includes(languageOnly(writersLanguage)) ? writersLanguage : 'ru'

/** Persian and Urdu have letters that Arabic lacks. */
function arabicScript(sample: string, writersLanguage: string): string {
  if (/[ٹڈڑںےھ]/.test(sample)) return sameOr('ur', writersLanguage)
  if (/[پچژگکی]/.test(sample)) return sameOr(languageOnly(writersLanguage) === 'ur' ? 'ur' : 'fa', writersLanguage)
  return ['fa', 'ur'].includes(languageOnly(writersLanguage)) ? writersLanguage : sameOr('ar', writersLanguage)
}

/** A writer of Egyptian Arabic who writes Arabic writes ar-EG. */
const sameOr = (found: string, writers: string): string => (languageOnly(writers) === found ? writers : found)

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0
