import { useQueryOfAddress } from '../../staff/address.tsx'

type AskedFirst = { readonly verb: string | undefined; readonly score: number | undefined }

/**
 * What a button in a mail was about: its address names the verb, and the page offers that first. It never does it: programs
 * that follow the links of mails change nothing.
 */
export const useAskedFirst = (): AskedFirst => {
  const asked = useQueryOfAddress()
  const score = Number(asked['score'])
  return {
    verb: typeof asked['do'] === 'string' ? asked['do'] : undefined,
    score: asked['do'] === 'rate' && Number.isInteger(score) && score >= 1 && score <= 5 ? score : undefined,
  }
}
