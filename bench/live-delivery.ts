import { openLine, type Ask } from './http-line.ts'
import net from 'node:net'

export type Delivery = { listeners: number; changes: number; p50: number; p95: number; missed: number }

/**
 * From the moment at which a change is asked for until it was heard of on each of so many open pages; the commit lies in
 * between, so the way from commit to browser is shorter than what is said here.
 */
export async function liveDelivery(port: number, cookies: readonly string[], asks: readonly Ask[]): Promise<Delivery> {
  const heard: { ticket: number; at: number }[] = []
  const pages = await Promise.all(cookies.map((cookie) => listen(port, cookie, heard)))
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const line = await openLine(port)
  const latencies: number[] = []
  let missed = 0
  for (const ask of asks) {
    heard.length = 0
    const start = performance.now()
    const failure = await line.ask(ask)
    if (failure !== null) throw new Error(failure)
    for (let wait = 0; wait < 60 && heard.length < pages.length; wait++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    latencies.push(...heard.map(({ at }) => at - start))
    missed += Math.max(0, pages.length - heard.length)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  pages.forEach((page) => page.destroy())
  line.close()
  latencies.sort((one, other) => one - other)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { listeners: pages.length, changes: asks.length, p50: at(0.5), p95: at(0.95), missed }
}

function listen(port: number, cookie: string, heard: { ticket: number; at: number }[]): Promise<net.Socket> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  socket.on('error', () => {})
  socket.write(
    `GET /api/v1/live HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\naccept: text/event-stream\r\n\r\n`,
  )
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (text.includes('catchUp')) resolve(socket)
      const ticket = /"kind":"ticket","ticket":(\d+)/.exec(text)?.[1]
      if (ticket) heard.push({ ticket: Number(ticket), at: performance.now() })
    })
  })
}
