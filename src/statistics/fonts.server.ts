import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type FontName = 'Cairo' | 'Noto Sans'
export type FontWeight = '400Regular' | '700Bold'

const find = createRequire(import.meta.url)
const packages: Record<FontName, { folder: string; file: string }> = {
  // Of the Arabic fonts this one gives clean text when it is copied or read aloud; Noto's dots are glyphs of their own.
  Cairo: { folder: '@expo-google-fonts/cairo', file: 'Cairo' },
  'Noto Sans': { folder: '@expo-google-fonts/noto-sans', file: 'NotoSans' },
}

/** The path of a TTF inside the package that brings it; throws where that is not installed. */
export function fontFile(name: FontName, weight: FontWeight): string {
  const { folder, file } = packages[name]
  return join(dirname(find.resolve(`${folder}/package.json`)), weight, `${file}_${weight}.ttf`)
}

export const fontFiles = (): string[] =>
  (Object.keys(packages) as FontName[]).flatMap((name) =>
    (['400Regular', '700Bold'] as const).map((weight) => fontFile(name, weight)),
  )
