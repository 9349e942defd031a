export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Asks every 20 ms; answers whether it came true in time. */
export async function until(isTrue: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!isTrue()) {
    if (performance.now() >= end) return false
    await pause(20)
  }
  return true
}

/** A pause that ends when the signal comes and never keeps a process from ending. */
export function calm(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds).unref()
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
