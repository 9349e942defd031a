/** Does it at once, unless it was done less than so many milliseconds ago: then once for all who asked, when they are over. */
export function spaced(milliseconds: number, work: () => void): () => void {
  let last = -Infinity
  let waiting = false

  function now(): void {
    waiting = false
    last = performance.now()
    work()
  }

  return () => {
    if (waiting) return
    const left = last + milliseconds - performance.now()
    if (left <= 0) return now()
    waiting = true
    setTimeout(now, left).unref()
  }
}
