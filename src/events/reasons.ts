import { withTranslation, type MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import type { Happened } from './happened.ts'

/** Of an event, what it takes to know the reasons that were given and what they are in other languages. */
export type Told = {
  seq: number
  happened: string
  actor_id: string | null
  at: Date
  details: Readonly<Record<string, unknown>>
}

/** How `translate` names the reason of an event: by its place in the ticket's history. */
export const reasonField = (seq: number): string => `reason:${seq}`

/** The other way round; null for what names none. 'reason:05' does not: translations are found by the very name. */
export function seqOfReason(field: string): number | null {
  const seq = Number(field.split(':')[1])
  return seq >= 1 && seq <= 2 ** 31 - 1 && field === reasonField(seq) ? seq : null
}

const translated: Happened = 'textTranslated'

/**
 * The reasons among these events, by their event's seq, as they read today. An event stays as it was written, so what was
 * translated of its reason since is laid over it, oldest first. Where somebody was erased, a translation says nothing any more:
 * what stands for the reason is in every language already.
 */
export function reasonsIn(events: readonly Told[]): Map<number, MultilingualText> {
  const reasons = new Map<number, MultilingualText>()
  for (const { seq, happened, actor_id: by, at, details } of events) {
    if (details['reason']) reasons.set(seq, details['reason'] as MultilingualText)
    if (happened !== translated) continue
    const { field, language, text } = details as { field: string; language: string; text: string | null }
    const of = seqOfReason(field)
    const reason = of === null ? undefined : reasons.get(of)
    if (reason && text !== null)
      reasons.set(of!, withTranslation(reason, language, text, { ...(by ? { by } : {}), at: at.toISOString() }))
  }
  return reasons
}

/** The round whose reason it is too: of a solution that was returned, withdrawn or declined. */
export const roundOfReason = ({ details }: Pick<Told, 'details'>): number | undefined =>
  details['reason'] ? (details['round'] as number | undefined) : undefined
