import net from 'node:net'

export type ProxyMode = 'pass' | 'refuse' | 'garbage' | 'hole'

/** Stands between two who speak over TCP: lets pass, slows down, swallows, cuts. `to` is where the other one listens. */
export async function openFaultProxy(to: net.NetConnectOpts) {
  let mode: ProxyMode = 'pass'
  let latencyMs = 0
  const lines = new Set<net.Socket>()

  const server = net.createServer((client) => {
    keep(client)
    if (mode === 'refuse') return client.destroy()
    if (mode === 'garbage') return client.end('how may I direct your call?\r\n')
    const there = net.connect(to)
    keep(there)
    carry(client, there)
    carry(there, client)
  })

  function keep(socket: net.Socket): void {
    lines.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => lines.delete(socket))
  }

  function carry(from: net.Socket, into: net.Socket): void {
    let last = Promise.resolve()
    const handOn = async (before: Promise<void>, bytes: Buffer, delay: number): Promise<void> => {
      await before
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      if (mode !== 'hole' && !into.destroyed) into.write(bytes)
    }
    from.on('data', (bytes) => {
      last = handOn(last, bytes, latencyMs)
    })
    from.on('close', () => void last.then(() => into.destroy()))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as net.AddressInfo).port,
    set(next: ProxyMode, latency = 0) {
      mode = next
      latencyMs = latency
    },
    /** A line over a socket in a folder knows no reset. */
    cut: () => lines.forEach((socket) => (socket.remoteAddress ? socket.resetAndDestroy() : socket.destroy())),
    async stop() {
      lines.forEach((socket) => socket.destroy())
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The socket that a database's address names, for a proxy before it. */
export function placeOf(url: string): net.NetConnectOpts {
  const { hostname, port, searchParams } = new URL(url)
  const folder = searchParams.get('host')
  return folder ? { path: `${folder}/.s.PGSQL.${port || '5432'}` } : { host: hostname, port: Number(port || 5432) }
}

/** The same database through a proxy. */
export function through(url: string, proxyPort: number): string {
  const other = new URL(url)
  other.searchParams.delete('host')
  other.hostname = '127.0.0.1'
  other.port = String(proxyPort)
  return other.toString()
}
