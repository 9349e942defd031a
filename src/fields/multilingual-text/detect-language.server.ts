import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'
import { languageOnly } from './language-tag.ts'

// The languages that the product's customers are known to write in; a subset is what makes short texts reliable.
const candidates = ['en', 'ar', 'fr', 'de', 'es', 'zh', 'tr', 'ru', 'it', 'pt', 'nl', 'fa', 'ur']

let loaded: typeof eld | undefined

/** Loaded with the first text that its letters alone do not tell: it takes 70 MB, and a third of a second, once. */
function detector() {
  if (!loaded) {
    const file = fileURLToPath(import.meta.resolve('eld/extrasmall'))
    loaded = (createRequire(import.meta.url)(file) as { eld: typeof eld }).eld
    loaded.setLanguageSubset(candidates)
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

/**
 * The language that a text is written in. The script decides first (Arabic, Han), then the detector where it is sure; a
 * text too short to tell is taken to be in the writer's own language, unless that is written in another script.
 */
export function detectLanguage(text: string, writersLanguage: string): string {
  const sample = text.slice(0, 2_000)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return writersLanguage
  const byScript = scripts.find(([script, language]) => count(sample, script) > letters * enough(language))
  if (byScript) return sameOr(byScript[1], writersLanguage)
  if (count(sample, /\p{Script=Arabic}/gu) > letters / 2) return arabicScript(sample, writersLanguage)
  const found = detector().detect(sample)
  if (found.language && found.isReliable()) return sameOr(found.language, writersLanguage)
  return writtenOtherwise(writersLanguage) ? sameOr(found.language || 'en', writersLanguage) : writersLanguage
}

/** The writer's own language is not written in the letters of this text. */
const writtenOtherwise = (writersLanguage: string): boolean =>
  ['ar', 'fa', 'ur', 'zh', 'ja', 'ko', 'he', 'el', 'th'].includes(languageOnly(writersLanguage))

/** Persian and Urdu have letters that Arabic lacks. */
function arabicScript(sample: string, writersLanguage: string): string {
  if (/[ٹڈڑںےھ]/.test(sample)) return sameOr('ur', writersLanguage)
  if (/[پچژگکی]/.test(sample)) return sameOr(languageOnly(writersLanguage) === 'ur' ? 'ur' : 'fa', writersLanguage)
  return ['fa', 'ur'].includes(languageOnly(writersLanguage)) ? writersLanguage : sameOr('ar', writersLanguage)
}

/** A writer of Egyptian Arabic who writes Arabic writes ar-EG. */
const sameOr = (found: string, writers: string): string => (languageOnly(writers) === found ? writers : found)

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0
