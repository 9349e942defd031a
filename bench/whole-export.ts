import type { Served } from './serve.ts'

export type WholeExport = { megabytes: number; seconds: number; aboveIdle: number }
type Asked = { port: number; cookie: string; path: string }

/** Every row that the path gives, read to its end as a browser would; `aboveIdle`: the most megabytes that the server held meanwhile beyond what it held before. */
export async function wholeExport(product: Served, { cookie, path }: Omit<Asked, 'port'>): Promise<WholeExport> {
  const before = await product.memory()
  let most = before
  const watch = setInterval(async () => (most = Math.max(most, await product.memoryNow())), 100)
  const start = performance.now()
  try {
    const answer = await fetch(`http://127.0.0.1:${product.port}${path}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    let bytes = 0
    for await (const chunk of answer.body!) bytes += chunk.length
    const seconds = (performance.now() - start) / 1000
    return { megabytes: bytes / 1024 / 1024, seconds, aboveIdle: most - before }
  } finally {
    clearInterval(watch)
  }
}

/** Seconds that a request takes, the middle one of three. */
export async function secondsOf(method: string, { port, cookie, path }: Asked): Promise<number> {
  const taken: number[] = []
  const address = `http://127.0.0.1:${port}`
  for (let time = 0; time < 3; time++) {
    const start = performance.now()
    const answer = await fetch(address + path, { method, headers: { cookie, origin: address } })
    const said = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said}`)
    taken.push((performance.now() - start) / 1000)
  }
  return taken.sort((one, other) => one - other)[1]!
}
