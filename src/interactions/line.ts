import { fillTemplate, variablesIn } from '../words/template.ts'
import { isInteraction, tellingOf } from '../words/telling.ts'
import { languageOf, languages } from '../words/languages.ts'
import { catalogsByLanguage } from '../words/words.ts'
import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { TellingReader } from './reader.ts'
import type { Said } from './says.ts'
import { texts, valuesFor } from './values.ts'

/** The one line of a notice in its reader's words; also the preview line of the mail. */
export function lineOf(
  interaction: string,
  says: Said,
  reader: TellingReader,
  now: Date,
  own: OwnTemplates = {},
): string {
  const language = languageOf(reader.language)
  const catalogs = catalogsByLanguage[language]
  if (!isInteraction(catalogs, interaction)) return ''
  const { inProduct } = tellingOf(catalogs, interaction, says.variant, own[language])
  // most notices carry an excerpt for the mail that their line does not show: what is not named is not put into words
  const named = Object.fromEntries(variablesIn(inProduct).map((name) => [name, says.variables[name]]))
  return fillTemplate(inProduct, texts(valuesFor(named, reader, now)), languages[language].dir)
}
