import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { nowAbout } from '../../../workflow/what-it-was-about.ts'
import { useQueryOfAddress } from '../../staff/address.tsx'

export type AskedFirst = {
  readonly verb: string | undefined
  readonly score: number | undefined
  /** The answer or the closing that the mail was about. */
  readonly of: string | undefined
}

/**
 * What a button in a mail was about: its address names the verb, and the page offers that first. It never does it: programs
 * that follow the links of mails change nothing.
 */
export const useAskedFirst = (): AskedFirst => {
  const { do: verb, of, score: written } = useQueryOfAddress()
  const score = Number(written)
  return {
    verb: typeof verb === 'string' ? verb : undefined,
    score: verb === 'rate' && Number.isInteger(score) && score >= 1 && score <= 5 ? score : undefined,
    of: typeof of === 'string' ? of : undefined,
  }
}

type About = Pick<PresentedTicket, 'number' | 'status' | 'closedAt' | 'solution' | 'offeredByOriginal'>

/** The same on its ticket: of an answer that is not the present one, or an earlier closing, nothing is asked. */
export const useAskedOf = ({ offeredByOriginal: shared, ...ticket }: About): AskedFirst => {
  const asked = useAskedFirst()
  const holds = asked.of !== undefined && nowAbout({ ...ticket, shared }).includes(asked.of)
  return holds ? asked : { ...asked, verb: undefined, score: undefined }
}
