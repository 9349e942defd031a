import type { Translate } from './key.ts'

type Variables = Parameters<Translate['maybe']>[2]

/** What is wrong with a field, by the code that came over the wire. What only administrators fill has words of its own. */
export const fieldFault = (t: Translate, code: string, variables?: Variables): string | undefined =>
  t.maybe('refusals', `field.${code}`, variables) ?? t.maybe('refusalsToAdministrators', code, variables)
