import type { MonthFigures, Notable, Part, Sentence } from './monthly-performance.ts'

/** Three sentences: how much, how fast, and what moved most; computed from the figures, worse before better. */
export function sentencesOf(figures: MonthFigures, before: MonthFigures, groups: readonly Part[]): Sentence[] {
  return [
    { says: 'volume', opened: figures.opened, closed: figures.closed, before: before.closed },
    { says: 'times', firstResponse: figures.firstResponseMedian, resolution: figures.resolutionMedian },
    notableOf(figures, before, groups),
  ]
}

type Candidate = { what: Notable; group: string | null; from: number; to: number; worse: boolean; weight: number }

function notableOf(figures: MonthFigures, before: MonthFigures, groups: readonly Part[]): Sentence {
  const candidates = [
    ...moves(before, figures, null),
    // what the whole desk did says more than what one group did
    ...groups.flatMap((part) => moves(part.before, part.figures, part.name).map(lighter)),
  ].filter(({ weight }) => weight >= 1)
  const heaviest = (some: Candidate[]) => some.sort((one, other) => other.weight - one.weight)[0]
  const found = heaviest(candidates.filter(({ worse }) => worse)) ?? heaviest(candidates.filter(({ worse }) => !worse))
  if (!found) return { says: 'steady', backlog: figures.backlog }
  const { what, group, from, to, worse } = found
  return { says: worse ? 'worse' : 'better', what, group, from, to }
}

const lighter = (candidate: Candidate): Candidate => ({ ...candidate, weight: candidate.weight * 0.8 })

/** What is compared, of how many at least, and how large a step weighs one. */
function moves(from: MonthFigures, to: MonthFigures, group: string | null): Candidate[] {
  const ended = (month: MonthFigures) => month.closed + month.duplicates
  const candidates = [
    step('declinedShare', from.declinedShare, to.declinedShare, Math.min(from.offered, to.offered) >= 5, points(0.05)),
    step('reopenedShare', from.reopenedShare, to.reopenedShare, Math.min(ended(from), ended(to)) >= 10, points(0.05)),
    step('ratingAverage', from.ratingAverage, to.ratingAverage, Math.min(from.ratings, to.ratings) >= 5, points(0.3)),
    step(
      'firstResponse',
      from.firstResponseMedian,
      to.firstResponseMedian,
      Math.min(from.firstResponses, to.firstResponses) >= 5,
      factor(1.25),
    ),
    step('resolution', from.resolutionMedian, to.resolutionMedian, Math.min(from.closed, to.closed) >= 5, factor(1.25)),
    step('backlog', from.backlog, to.backlog, true, (was, is) => Math.abs(is - was) / Math.max(10, was * 0.2)),
  ]
  return candidates.filter((candidate) => candidate !== null).map((candidate) => ({ ...candidate, group }))
}

type Weigh = (from: number, to: number) => number

function step(what: Notable, from: number | null, to: number | null, enough: boolean, weigh: Weigh) {
  if (from === null || to === null || !enough) return null
  const worse = what === 'ratingAverage' ? to < from : to > from
  return { what, from, to, worse, weight: weigh(from, to) }
}

const points =
  (one: number): Weigh =>
  (from, to) =>
    Math.abs(to - from) / one

/** Times are compared as multiples: an hour more is much for minutes and little for days. */
const factor =
  (one: number): Weigh =>
  (from, to) =>
    Math.abs(Math.log(Math.max(to, 60) / Math.max(from, 60))) / Math.log(one)
