import type { Actor } from '../entities/person/actor.ts'
import { parseForm, type Filled, type Form } from '../fields/form.ts'
import { detectLanguage } from '../fields/multilingual-text/detect-language.server.ts'
import type { MultilingualTextType } from '../fields/multilingual-text/multilingual-text.ts'
import { refuseFields } from '../server/errors/refusal.ts'

/** Parses a body at the door; past it, types hold. A text whose writer did not say its language has it detected. */
export function readBody<F extends Form>(form: F, rawBody: unknown, actor: Actor, language?: string): Filled<F> {
  const writers = actor.kind === 'person' ? actor.language : 'en'
  // a title of two words is in the language of the description that stands below it
  const longest = plainTexts(form, rawBody).reduce((one, other) => (other.length > one.length ? other : one), '')
  let likely: string | undefined
  const languageOf = (text: string) => {
    likely ??= detectLanguage(longest, writers)
    return text === longest ? likely : detectLanguage(text, likely)
  }
  const parsed = parseForm(form, rawBody, (field, given) =>
    isMultilingual(field) ? field.parse(given, (text) => language ?? languageOf(text)) : field.parse(given),
  )
  return parsed.ok ? parsed.values : refuseFields(...parsed.errors)
}

/** All that was written without saying its language. */
const plainTexts = (form: Form, rawBody: unknown): string[] =>
  Object.entries(form).flatMap(([name, field]) => {
    const given = isMultilingual(field) && (rawBody as Record<string, unknown> | null | undefined)?.[name]
    return typeof given === 'string' ? [given] : []
  })

const isMultilingual = (field: { type: string }): field is MultilingualTextType => field.type === 'multilingual-text'
