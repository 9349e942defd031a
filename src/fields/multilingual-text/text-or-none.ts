import { fine } from '../field-type.ts'
import { orNull } from '../json-schema.ts'
import type { LanguageOf, MultilingualTextType } from './multilingual-text.ts'

/** A text that is there already and may be taken back: null takes it away, while what is left out stays. */
export const textOrNone = (text: MultilingualTextType) => ({
  ...text,
  required: false as const,
  schema: orNull(text.schema),
  parse: (input: unknown, languageOf?: LanguageOf) => (input === null ? fine(null) : text.parse(input, languageOf)),
})
