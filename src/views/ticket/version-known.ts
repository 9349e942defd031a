import type { PresentedEvent } from '../../queries/one-ticket/one-ticket.ts'

type Happened = Pick<PresentedEvent, 'seq' | 'actor'>

/**
 * The version as somebody knows it who was asked at `seen`: what they did themselves since then is no news to them, such as a reply
 * of theirs that went out meanwhile. Where anybody else did something, or it is not known yet who did, it stays the one that they saw.
 */
export function versionKnown(seen: number, now: number, history: readonly Happened[], me: string): number {
  const since = history.filter(({ seq }) => seq > seen && seq <= now)
  const isWhole = since.some(({ seq }) => seq === now)
  return isWhole && since.every(({ actor }) => actor?.id === me) ? now : seen
}
