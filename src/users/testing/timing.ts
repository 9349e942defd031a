// Whether the time of an answer tells one kind of question from another, on a machine that does other things too.

type Kinds = Readonly<Record<string, () => Promise<unknown>>>

export type Timing = {
  /** The median of each kind and the fifth from below, in milliseconds: others' work on the machine only ever adds to a time. */
  medians: Record<string, number>
  fifths: Record<string, number>
  /** How far the kinds are apart, as a part of the smallest: by whichever of the two is less. What differs moves both. */
  apart: number
  /** How far heaps of the same kind are apart, dealt out of its samples: what the machine alone makes. */
  alone: number
  samples: number
}

type Rounds = {
  /** Samples of each kind before anything is said, and so many more each time that nothing can be said. */
  samples: number
  /** After so many times it stays unsaid. */
  times?: number
  before?: () => Promise<unknown>
  allowed?: number
}

/**
 * Asks the kinds in turns, beginning with another one each time, so that a busy moment meets all of them alike. More samples are
 * taken while the difference is neither small nor clearly more than the machine's own.
 */
export async function timed(kinds: Kinds, rounds: Rounds): Promise<Timing> {
  const { samples, times = 4, before, allowed = 0.05 } = rounds
  const names = Object.keys(kinds)
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]]))
  for (let time = 1; ; time++) {
    for (let n = 0; n < samples; n++)
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(n + turn) % names.length]!
        await before?.()
        const start = performance.now()
        await kinds[name]!().catch(() => {})
        took[name]!.push(performance.now() - start)
      }
    const timing = judged(took)
    if (timing.apart < allowed || timing.apart > 3 * timing.alone || time === times) return timing
  }
}

function judged(took: Readonly<Record<string, readonly number[]>>): Timing {
  const at = (part: number) => {
    const values = Object.fromEntries(Object.entries(took).map(([name, all]) => [name, quantile(all, part)]))
    const heaps = Object.values(took).map((all) =>
      [0, 1].map((half) =>
        quantile(
          all.filter((_, n) => n % 2 === half),
          part,
        ),
      ),
    )
    return { values, apart: spread(Object.values(values)), alone: Math.max(...heaps.map(spread)) }
  }
  const [medians, fifths] = [at(0.5), at(0.2)]
  const { apart, alone } = medians.apart < fifths.apart ? medians : fifths
  return { medians: medians.values, fifths: fifths.values, apart, alone, samples: Object.values(took)[0]!.length }
}

const quantile = (all: readonly number[], part: number): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length * part)]!
const spread = (all: readonly number[]): number => (Math.max(...all) - Math.min(...all)) / Math.min(...all)
