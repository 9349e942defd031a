/** What a check looked at, and what it found wrong. */
export type Finding = { check: string; looked: number; differences: string[]; more: number }

/** Keeps the first differences and counts the others. */
export function finding(
  check: string,
): Finding & { look(times: number): void; add(differences: readonly string[]): void } {
  return {
    check,
    looked: 0,
    differences: [],
    more: 0,
    look(times) {
      this.looked += times
    },
    add(differences) {
      const room = Math.max(0, mostShown - this.differences.length)
      this.differences.push(...differences.slice(0, room))
      this.more += Math.max(0, differences.length - room)
    },
  }
}

const mostShown = 10

export const countOf = ({ differences, more }: Finding): number => differences.length + more
