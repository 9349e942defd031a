import type { OwnTemplates } from '../entities/settings-tables.ts'
import { isText, lengthOf } from '../fields/field-type.ts'
import type { FormError } from '../fields/form.ts'
import { isLanguage, type Language } from '../words/languages.ts'
import { parseButtons, variablesIn } from '../words/template.ts'
import { isBody } from './template-keys.ts'
import { actionsFor, builtInTexts, keysOf, variablesFor } from './template-texts.ts'

/** What is given for one language: texts by their keys; null takes one back to the built-in text. */
export type GivenTemplates = {
  templates: Record<string, Record<string, string | string[] | null> | null>
  errors: FormError[]
}

const most = { line: 300, paragraph: 2_000, paragraphs: 40 }

/** Reads templates as an administrator gave them. What would not render is refused, each with its place. */
export function checkTemplates(name: string, given: Record<string, unknown>): GivenTemplates {
  const read: GivenTemplates = { templates: {}, errors: [] }
  for (const [language, texts] of Object.entries(given)) {
    const at = `templates.${language.slice(0, 35)}`
    if (!isLanguage(language)) read.errors.push({ field: at, code: 'notOffered' })
    else if (texts === null) read.templates[language] = null
    else if (typeof texts !== 'object' || Array.isArray(texts)) read.errors.push({ field: at, code: 'wrongType' })
    else read.templates[language] = checkLanguage(name, language, texts as Record<string, unknown>, at, read.errors)
  }
  return read
}

function checkLanguage(
  name: string,
  language: Language,
  given: Record<string, unknown>,
  at: string,
  errors: FormError[],
) {
  const keys = keysOf(name)
  const texts: Record<string, string | string[] | null> = {}
  for (const [key, value] of Object.entries(given)) {
    const place = `${at}.${key.slice(0, 100)}`
    if (!keys.includes(key)) errors.push({ field: place, code: 'unknown' })
    else if (value === null) texts[key] = null
    else {
      const problems = isBody(key) ? checkBody(name, key, value, place) : checkLine(name, key, value, place)
      if (problems.length === 0) problems.push(...missingParts(name, language, key, value as string | string[], place))
      if (problems.length > 0) errors.push(...problems)
      else texts[key] = trimmed(value as string | string[])
    }
  }
  return texts
}

const trimmed = (value: string | string[]) =>
  typeof value === 'string' ? value.trim() : value.map((paragraph) => paragraph.trim())

function checkLine(name: string, key: string, value: unknown, place: string): FormError[] {
  const problem = checkText(value, most.line, place)
  if (problem) return [problem]
  if (/[\n\r]/u.test(value as string)) return [{ field: place, code: 'wrongType' }]
  if (/\[[^\]]*\]\(/u.test(value as string)) return [{ field: place, code: 'brokenButton' }]
  return checkVariables(name, key, value as string, place)
}

function checkBody(name: string, key: string, value: unknown, place: string): FormError[] {
  if (!Array.isArray(value)) return [{ field: place, code: 'wrongType' }]
  if (value.length === 0) return [{ field: place, code: 'required' }]
  if (value.length > most.paragraphs)
    return [{ field: place, code: 'tooLong', max: most.paragraphs, length: value.length }]
  return value.flatMap((paragraph: unknown, index) => {
    const here = `${place}.${index}`
    const problem = checkText(paragraph, most.paragraph, here)
    if (problem) return [problem]
    return [...checkVariables(name, key, paragraph as string, here), ...checkButtons(name, paragraph as string, here)]
  })
}

function checkText(value: unknown, max: number, field: string): FormError | undefined {
  if (typeof value !== 'string') return { field, code: 'wrongType' }
  if (value.trim() === '') return { field, code: 'required' }
  if (!isText(value)) return { field, code: 'notText' }
  return lengthOf(value) > max ? { field, code: 'tooLong', max, length: lengthOf(value) } : undefined
}

function checkVariables(name: string, key: string, text: string, field: string): FormError[] {
  const known = variablesFor(name, key)
  const unknown = variablesIn(text).filter((variable) => !known.has(variable))
  const rest = text.replace(/\{\{\s*\w+\s*\}\}/gu, '')
  return [
    ...unknown.map((variable) => ({ field, code: 'unknownVariable', variable: `{{${variable}}}` })),
    ...(/\{\{|\}\}/u.test(rest) ? [{ field, code: 'brokenVariable', example: '{{number}}' }] : []),
  ]
}

/** Buttons close their paragraph and have an action that this telling has an address for. */
function checkButtons(name: string, paragraph: string, field: string): FormError[] {
  const { text, buttons } = parseButtons(paragraph)
  const actions = actionsFor(name)
  const isBroken = /\[[^\]]*\]\s*\(/u.test(text) || buttons.some(({ action }) => !actions.has(action))
  return isBroken ? [{ field, code: 'brokenButton' }] : []
}

const mustStay = new Set(['number', 'stars', 'solution', 'reply', 'opening'])
const actionsThatStay = new Set(['accept-solution', 'decline-solution'])

/** Without these a text would not do what it is for: the answer itself, its yes and no, the stars, the number to find it by. */
function missingParts(
  name: string,
  language: Language,
  key: string,
  value: string | string[],
  field: string,
): FormError[] {
  const builtIn = [builtInTexts(name, language)[key] ?? []].flat().join('\n')
  const own = [value].flat().join('\n')
  const variables = [...new Set(variablesIn(builtIn))]
    .filter((variable) => mustStay.has(variable) && !(isBody(key) && variable === 'number'))
    .filter((variable) => !variablesIn(own).includes(variable))
    .map((variable) => `{{${variable}}}`)
  const actionsIn = (text: string) => [...text.matchAll(/\]\(([a-z-]+)\)/gu)].map(([, action]) => action!)
  const actions = actionsIn(builtIn)
    .filter((action) => actionsThatStay.has(action) && !actionsIn(own).includes(action))
    .map((action) => `(${action})`)
  return [...variables, ...actions].map((part) => ({ field, code: 'missingPart', part }))
}

/** Own texts with what was given laid over them; what was taken back, and languages without any, are gone. */
export function laidOver(before: OwnTemplates, given: GivenTemplates['templates']): OwnTemplates {
  const after: OwnTemplates = { ...before }
  for (const [language, texts] of Object.entries(given)) {
    const merged = texts === null ? {} : { ...after[language], ...texts }
    const kept = Object.entries(merged).filter((entry): entry is [string, string | string[]] => entry[1] !== null)
    if (kept.length > 0) after[language] = Object.fromEntries(kept)
    else delete after[language]
  }
  return after
}
