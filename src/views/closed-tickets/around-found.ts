import type { FoundText } from '../../queries/closed-tickets/found.ts'

type Pieces = FoundText['pieces']

const usually = 17

/**
 * What stands around the first word that was found, begun a word or two before it: for a line that is too short for the beginning.
 * No more than `room` letters stand before it, an ellipsis among them.
 */
export function aroundFound([lead, ...rest]: Pieces, room = usually): Pieces {
  const atMost = Math.max(0, Math.min(room, usually))
  if (!lead || lead.marked || lead.text.length <= atMost) return lead ? [lead, ...rest] : rest
  const letters = [...lead.text]
  const near = letters.slice(letters.length - Math.max(0, atMost - 1)).join('')
  const word = near.search(/(?<=\s)\S/u)
  return [{ text: `…${word === -1 ? near : near.slice(word)}`, marked: false }, ...rest]
}
