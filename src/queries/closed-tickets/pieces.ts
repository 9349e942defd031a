import type { FoundText } from './found.ts'

const written = /[\p{L}\p{M}\p{N}]+/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
/** Further in nobody looks for a mark in a list. */
const longest = 20_000

/** What the index may take for one: fixed-price, MF-20261, an address. */
const joined = /[\p{L}\p{M}\p{N}]+(?:[^\s\p{L}\p{M}\p{N}]{1,3}[\p{L}\p{M}\p{N}]+)+/gu

/** The words of a text as they are written, alone and joined. */
export const tokensOf = (text: string): string[] =>
  [written, joined].flatMap((form) => text.slice(0, longest).match(form) ?? [])

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
): Piece {
  const marks = marksIn(text.slice(0, longest), matches, runs)
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

function marksIn(text: string, matches: (token: string) => boolean, runs: readonly string[]): Mark[] {
  const marks: Mark[] = []
  for (const { 0: token, index } of text.matchAll(written)) {
    const inside = runs.flatMap((run) => placesOf(token, run).map((place) => ({ from: place, to: place + run.length })))
    if (inside.length > 0) marks.push(...inside.map(({ from, to }) => ({ from: index + from, to: index + to })))
    else if (matches(token)) marks.push({ from: index, to: index + token.length })
  }
  // of what is joined the whole is marked where none of its parts is what was asked for
  for (const { 0: token, index } of text.matchAll(joined)) {
    const to = index + token.length
    if (!marks.some((mark) => mark.from >= index && mark.to <= to) && matches(token)) marks.push({ from: index, to })
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
