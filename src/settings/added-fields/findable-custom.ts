import type { FindableText } from '../../entities/ticket/findable-text.ts'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { AddedField } from './added-field.ts'
import type { Custom } from './read-custom.ts'

export const customTextId = (key: string): `custom:${string}` => `custom:${key}`

/** The multi-language texts among a ticket's added fields: found as its other texts are, in every language that they have. */
export const findableCustom = (fields: readonly AddedField[], custom: Custom): FindableText[] =>
  fields
    .filter(({ key, type }) => type === 'multilingual-text' && Object.hasOwn(custom, key))
    .map(({ key, visibleTo }) => ({
      textId: customTextId(key),
      audience: visibleTo,
      text: custom[key] as MultilingualText,
    }))
