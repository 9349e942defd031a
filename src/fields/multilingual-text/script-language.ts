// What the letters alone tell about the language, for the chip under a text while it is written. The server looks closer.

const scripts: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
]

/** Languages of these scripts are not written in Latin letters: whoever reads one and writes Latin writes something else. */
const notLatin: ReadonlySet<string> = new Set(scripts.map(([, language]) => language))

/** By the letters alone, for the page; undefined where there are none. Latin letters are taken to be the writer’s own language. */
export const languageByScript = (text: string, writers: string): string | undefined => {
  const letters = count(text, /\p{L}/gu)
  if (letters === 0) return undefined
  const own = writers.split('-')[0] ?? writers
  const found = scripts.find(([script]) => count(text, script) > letters / 3)
  if (found) return sharesScript(found[1], own) ? own : found[1]
  return notLatin.has(own) || arabicScript.has(own) ? 'en' : own
}

const arabicScript: ReadonlySet<string> = new Set(['ar', 'fa', 'ur'])

const sharesScript = (found: string, own: string): boolean => found === 'ar' && arabicScript.has(own)

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** A language by its own name: العربية, français. */
export const ownNameOf = (tag: string): string => {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
