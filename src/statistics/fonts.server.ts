import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type FontName = 'Amiri' | 'Cairo' | 'Noto Sans' | 'Noto Sans SC'
/** In pictures, or where the letters are copied out again: see decision 99. */
export type ArabicFont = 'Amiri' | 'Cairo'
export type FontWeight = '400Regular' | '700Bold'

const find = createRequire(import.meta.url)
const packages: Record<FontName, { folder: string; file: string }> = {
  // the one whose lam-alef is two glyphs and whose dots are none, so that what is copied from paper is what was written
  Amiri: { folder: '@expo-google-fonts/amiri', file: 'Amiri' },
  Cairo: { folder: '@expo-google-fonts/cairo', file: 'Cairo' },
  'Noto Sans': { folder: '@expo-google-fonts/noto-sans', file: 'NotoSans' },
  'Noto Sans SC': { folder: '@expo-google-fonts/noto-sans-sc', file: 'NotoSansSC' },
}

/** The path of a TTF inside the package that brings it; throws where that is not installed. */
export function fontFile(name: FontName, weight: FontWeight): string {
  const { folder, file } = packages[name]
  return join(dirname(find.resolve(`${folder}/package.json`)), weight, `${file}_${weight}.ttf`)
}

const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** What it takes to draw this text. Chinese has ten megabytes a weight, and is loaded only where it is written. */
export function fontFiles(text: string, arabic: ArabicFont = 'Cairo'): string[] {
  const names: FontName[] = chinese.test(text) ? [arabic, 'Noto Sans', 'Noto Sans SC'] : [arabic, 'Noto Sans']
  return names.flatMap((name) => (['400Regular', '700Bold'] as const).map((weight) => fontFile(name, weight)))
}
