export type Overload = {
  atOnce: number
  answered: number
  refused: number
  other: number
  withoutRetryAfter: number
  p95Before: number
  recoveredAfter: number
}

/** Five times as many at once as the widest measured, for some seconds; then how long until an answer takes as long as before. */
export async function overload(port: number, path: string, cookie: string, seconds: number): Promise<Overload> {
  const ask = async () => {
    const start = performance.now()
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })
    await response.arrayBuffer()
    return { response, ms: performance.now() - start }
  }
  const p95 = async (): Promise<number> => {
    const times: number[] = []
    for (let index = 0; index < 40; index++) times.push((await ask()).ms)
    return times.sort((one, other) => one - other)[37]!
  }
  await p95()
  const p95Before = await p95()
  const counts = { answered: 0, refused: 0, other: 0, withoutRetryAfter: 0 }
  const until = performance.now() + seconds * 1_000
  const lane = async () => {
    while (performance.now() < until) {
      const answer = await ask().catch(() => null)
      if (answer?.response.status === 200) counts.answered++
      else if (answer && [429, 503].includes(answer.response.status)) {
        counts.refused++
        if (!answer.response.headers.get('retry-after')) counts.withoutRetryAfter++
      } else counts.other++
    }
  }
  const atOnce = 320
  await Promise.all(Array.from({ length: atOnce }, lane))
  const start = performance.now()
  while ((await p95()) > p95Before * 1.5 && performance.now() - start < 60_000);
  return { atOnce, ...counts, p95Before, recoveredAfter: (performance.now() - start) / 1_000 }
}
