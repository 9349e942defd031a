// What a refusal says where a form stands: under the field it is about, else above the button.
import { Problem } from '../web/problem.ts'
import type { Translate } from '../words/key.ts'

/** The server's own sentence, in the reader's language; ours where no server answered. */
export const sentenceFor = (problem: unknown, t: Translate): string | undefined => {
  if (!problem) return undefined
  if (!(problem instanceof Problem)) return t('shell:failed.text')
  if (problem.code === 'offline') return t('shell:failed.offlineText')
  return problem.code.startsWith('http-') ? t('shell:failed.text') : problem.title
}

/** By the name of the field. */
export const fieldSentences = (problem: unknown): Readonly<Record<string, string>> =>
  problem instanceof Problem
    ? Object.fromEntries(problem.errors.map(({ field, message }) => [field.split('.')[0] ?? field, message]))
    : {}

/** What is left to say above the button once the fields have said theirs. */
export const restOf = (problem: unknown, t: Translate, fields: readonly string[]): string | undefined => {
  const said = fieldSentences(problem)
  const others = Object.entries(said).filter(([field]) => !fields.includes(field))
  if (Object.keys(said).length > 0 && others.length === 0) return undefined
  return others[0]?.[1] ?? sentenceFor(problem, t)
}
