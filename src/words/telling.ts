// The texts of one interaction in one language, with the variant that applies.
import type { English } from './key.ts'
import type { Catalogs } from './languages.ts'

export type InteractionName = Exclude<keyof English['interactions'], 'parts'>

export type Telling = {
  readonly subject: string
  readonly inProduct: string
  readonly body: readonly string[]
  /** {{opening}} and {{pending}}, where the interaction has them: templates themselves. */
  readonly opening: string | undefined
  readonly pending: string | undefined
}

export type Texts = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * `tellingOf(catalogs, 'tell-of-withdrawal', 'customer')`: each text in the variant, else without it. `own` are the texts that
 * an administrator wrote in place of some of these.
 */
export const tellingOf = (catalogs: Catalogs, name: InteractionName, variant?: string, own: Texts = {}): Telling => {
  const texts: Texts = { ...catalogs.interactions[name], ...own }
  const find = (key: string) => (variant === undefined ? undefined : texts[`${key}_${variant}`]) ?? texts[key]
  const line = (key: string): string | undefined => {
    const found = find(key)
    return typeof found === 'string' ? found : undefined
  }
  const body = find('body')
  return {
    subject: line('subject') ?? '',
    inProduct: line('inProduct') ?? '',
    body: Array.isArray(body) ? body : [],
    opening: line('opening'),
    pending: line('pending'),
  }
}

export const isInteraction = (catalogs: Catalogs, name: string): name is InteractionName =>
  name !== 'parts' && Object.hasOwn(catalogs.interactions, name)
