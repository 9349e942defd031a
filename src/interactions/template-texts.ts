import { languageCodes, type Language } from '../words/languages.ts'
import { isInteraction, type Texts } from '../words/telling.ts'
import { parseButtons, variablesIn, type ButtonAction } from '../words/template.ts'
import { catalogsByLanguage } from '../words/words.ts'
import { isBody, variantOf } from './template-keys.ts'

/** The built-in texts of an interaction in a language, by their keys: subject, inProduct, body, body_noConfirm … */
export function builtInTexts(name: string, language: Language): Texts {
  const catalogs = catalogsByLanguage[language]
  return isInteraction(catalogs, name) ? catalogs.interactions[name] : {}
}

/** The same in every language; English is the one that cannot lack any. */
export const keysOf = (name: string): string[] => Object.keys(builtInTexts(name, 'en'))

export const variantsOf = (name: string): string[] => [...new Set(keysOf(name).flatMap((key) => variantOf(key) ?? []))]

/** Put in place of a whole paragraph; drawn or filled by the renderer, so only a body may have them. */
export const partsOfBody = ['opening', 'pending', 'verdict', 'stars'] as const

/** Lines of their own, which no heading and no line in the bell has room for. */
const paragraphs = ['leftOut', 'files']

/**
 * The variables that a text may use: those of the built-in texts that the same people read. What staff are told does not
 * reach a customer by way of a template.
 */
export function variablesFor(name: string, key: string): Set<string> {
  const forCustomer = variantOf(key) === 'customer'
  const texts = languageCodes.flatMap((language) =>
    Object.entries(builtInTexts(name, language))
      .filter(([each]) => (variantOf(each) === 'customer') === forCustomer)
      .flatMap(([, text]) => [text ?? []].flat()),
  )
  const names = new Set(texts.flatMap(variablesIn))
  if (!isBody(key)) for (const part of [...partsOfBody, ...paragraphs]) names.delete(part)
  return names
}

/** The actions that its buttons may have: those of the built-in texts. */
export function actionsFor(name: string): Set<ButtonAction> {
  const bodies = Object.entries(builtInTexts(name, 'en')).flatMap(([key, text]) =>
    isBody(key) ? [text ?? []].flat() : [],
  )
  return new Set(bodies.flatMap((paragraph) => parseButtons(paragraph).buttons.map(({ action }) => action)))
}
