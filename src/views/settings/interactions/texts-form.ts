// A telling's texts as they stand in inputs: a body is one text whose empty lines part its paragraphs.
import { isBody, variantOf } from '../../../interactions/template-keys.ts'
import { Problem } from '../../../web/problem.ts'
import type { InteractionRead, Texts } from './interaction-questions.tsx'

export type Typed = Readonly<Record<string, string>>

export const typedOf = (texts: Texts): Typed =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, asTyped(text)]))

const asTyped = (text: string | readonly string[]): string => (typeof text === 'string' ? text : text.join('\n\n'))

/** As the interface has it: a body is a list of its paragraphs. */
export const wireOf = (key: string, typed: string): string | string[] =>
  isBody(key)
    ? typed
        .split(/\n[ \t]*\n/u)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean)
    : typed.trim()

/** The texts of a language that differ from what is saved; one that equals the built-in text, or is empty, goes back to it. */
export function changedTexts({ builtIn, own }: InteractionRead['templates'][string], typed: Typed) {
  const saved = typedOf({ ...builtIn, ...own })
  const original = typedOf(builtIn)
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([key, text]) => text.trim() !== saved[key]?.trim())
      .map(([key, text]) => {
        const isOriginal = text.trim() === '' || text.trim() === original[key]?.trim()
        return [key, isOriginal ? null : wireOf(key, text)]
      }),
  )
}

/** The languages in which something was written that is not saved; what was written, by language and key. */
export const unsavedLanguages = (
  templates: InteractionRead['templates'],
  written: Readonly<Record<string, Typed>>,
): string[] =>
  Object.entries(written).flatMap(([language, typed]) =>
    Object.keys(changedTexts(templates[language]!, typed)).length > 0 ? [language] : [],
  )

/** What was written since these were sent. */
export const without = (sent: Typed, written: Typed = {}): Typed =>
  Object.fromEntries(Object.entries(written).filter(([key, text]) => sent[key] !== text))

/** Those that are read in a case: its own, and of the rest what it has no own of. */
export const keysIn = (keys: readonly string[], variant: string | undefined): string[] =>
  keys.filter((key) => variantOf(key) === variant)

type Fault = { readonly paragraph: number | undefined; readonly message: string }

/** By the key of the text: which paragraph, and what is wrong with it. */
export const faultsIn = (problem: unknown, language: string): Readonly<Record<string, Fault>> =>
  problem instanceof Problem
    ? Object.fromEntries(
        problem.errors.flatMap(({ field, message }) => {
          const [form, of, key, paragraph] = field.split('.')
          if (form !== 'templates' || of !== language || !key) return []
          return [[key, { paragraph: paragraph === undefined ? undefined : Number(paragraph) + 1, message }]]
        }),
      )
    : {}
