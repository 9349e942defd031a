import { eld } from 'eld/extrasmall'
import { languageOnly } from './language-tag.ts'

// The languages that the product's customers are known to write in; a subset is what makes short texts reliable.
const candidates = ['en', 'ar', 'fr', 'de', 'es', 'zh', 'tr', 'ru', 'it', 'pt', 'nl', 'fa', 'ur']
eld.setLanguageSubset(candidates)

/**
 * The language that a text is written in. The script decides first (Arabic, Han), then the detector where it is sure; a
 * text too short to tell is taken to be in the writer's own language.
 */
export function detectLanguage(text: string, writersLanguage: string): string {
  const sample = text.slice(0, 2_000)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return writersLanguage
  if (count(sample, /\p{Script=Han}/gu) > letters / 3 && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) return 'zh'
  if (count(sample, /\p{Script=Arabic}/gu) > letters / 2) return arabicScript(sample, writersLanguage)
  const found = eld.detect(sample)
  if (found.language && found.isReliable()) return sameOr(found.language, writersLanguage)
  return languageOnly(writersLanguage) === 'ar' ? sameOr(found.language || 'en', writersLanguage) : writersLanguage
}

/** Persian and Urdu have letters that Arabic lacks. */
function arabicScript(sample: string, writersLanguage: string): string {
  if (/[ٹڈڑںےھ]/.test(sample)) return 'ur'
  if (/[پچژگک]/.test(sample)) return 'fa'
  return sameOr('ar', writersLanguage)
}

/** A writer of Egyptian Arabic who writes Arabic writes ar-EG. */
const sameOr = (found: string, writers: string): string => (languageOnly(writers) === found ? writers : found)

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0
