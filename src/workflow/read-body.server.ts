import type { Actor } from '../entities/person/actor.ts'
import { parseForm, type Filled, type Form } from '../fields/form.ts'
import { detectLanguage } from '../fields/multilingual-text/detect-language.server.ts'
import type { MultilingualTextType } from '../fields/multilingual-text/multilingual-text.ts'
import { refuseFields } from '../server/errors/refusal.ts'

/** Parses a body at the door; past it, types hold. A text whose writer did not say its language has it detected. */
export function readBody<F extends Form>(form: F, rawBody: unknown, actor: Actor, language?: string): Filled<F> {
  const writers = actor.kind === 'person' ? actor.language : 'en'
  const languageOf = (text: string) => language ?? detectLanguage(text, writers)
  const parsed = parseForm(form, rawBody, (field, given) =>
    isMultilingual(field) ? field.parse(given, languageOf) : field.parse(given),
  )
  return parsed.ok ? parsed.values : refuseFields(...parsed.errors)
}

const isMultilingual = (field: { type: string }): field is MultilingualTextType => field.type === 'multilingual-text'
