import { unspaced } from '../../entities/ticket/normalise.ts'
import type { FoundText } from './found.ts'
import { wordsIn, type WrittenWords } from './written-words.ts'

/** What is asked for in writing without spaces: it is marked where it stands, not the whole run it stands in. */
export const unspacedIn = (words: string): string[] => words.match(unspaced) ?? []

type Mark = { from: number; to: number }
type Piece = { pieces: FoundText['pieces']; marks: number }

/** The text with its marks; where it is long, the piece around the first of them. */
export function pieceOf(
  text: string,
  matches: (token: string) => boolean,
  runs: readonly string[],
  whole: boolean,
  words: WrittenWords = wordsIn(text),
): Piece {
  const marks = marksIn(words, matches, runs)
  const { from, to } = whole ? { from: 0, to: text.length } : windowOf(text, marks[0]?.from ?? 0)
  const pieces: FoundText['pieces'] = []
  const add = (piece: string, marked: boolean) => piece !== '' && pieces.push({ text: piece, marked })
  let at = from
  for (const mark of marks.filter((each) => each.from >= from && each.to <= to)) {
    add(text.slice(at, mark.from), false)
    add(text.slice(mark.from, mark.to), true)
    at = mark.to
  }
  add(text.slice(at, to), false)
  if (from > 0) pieces.unshift({ text: '… ', marked: false })
  if (to < text.length) pieces.push({ text: ' …', marked: false })
  return { pieces, marks: marks.length }
}

function marksIn(words: WrittenWords, matches: (token: string) => boolean, runs: readonly string[]): Mark[] {
  const marks: Mark[] = []
  for (const { word, from } of words.alone) {
    const inside = runs.flatMap((run) =>
      placesOf(word, run).map((place) => ({ from: from + place, to: from + place + run.length })),
    )
    if (inside.length > 0) marks.push(...inside)
    else if (matches(word)) marks.push({ from, to: from + word.length })
  }
  // of what is joined the whole is marked where none of its parts is what was asked for
  for (const { word, from } of words.joined) {
    const to = from + word.length
    if (!marks.some((mark) => mark.from >= from && mark.to <= to) && matches(word)) marks.push({ from, to })
  }
  return apart(marks.toSorted((one, other) => one.from - other.from))
}

function placesOf(token: string, run: string): number[] {
  const places: number[] = []
  for (let at = token.indexOf(run); at >= 0; at = token.indexOf(run, at + run.length)) places.push(at)
  return places
}

/** Where two overlap, the first stands. */
function apart(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark)
  return kept
}

const [before, after] = [48, 140]

/** Cut between words. */
function windowOf(text: string, first: number): Mark {
  const from = first <= before ? 0 : first - before + Math.max(text.slice(first - before, first).search(/\s/u) + 1, 0)
  if (text.length <= first + after) return { from, to: text.length }
  const end = text.slice(0, first + after).search(/\s\S*$/u)
  return { from, to: end > first ? end : first + after }
}
