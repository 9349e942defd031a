import net from 'node:net'

export type Ask = {
  method: 'GET' | 'POST'
  path: string
  cookie?: string
  body?: string
  expect: Expected
  afterwards?: Ask[]
}
/** What a right answer has: its status, and a piece of its body. */
export type Expected = { status: number; has: string }

export type Line = { isOpen(): boolean; ask(ask: Ask): Promise<string | null>; close(): void }

/**
 * One kept-alive connection that asks and reads one answer after another. Written on a bare socket: Node's own client costs as
 * much time as the server that is to be measured, on the same two processors.
 */
export async function openLine(port: number): Promise<Line> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: { expect: Expected; resolve(failure: string | null): void } | undefined
  let chunks: Buffer[] = []
  let size = 0
  // 0: the head is not there yet; -1: nobody knows how long it is until its last piece comes
  let whole = 0

  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (whole === 0) whole = lengthOf(chunks)
    if (whole === 0 || size < whole || (whole < 0 && !isLast(chunk))) return
    const answer = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    chunks = []
    size = whole = 0
    waiting!.resolve(judge(answer, waiting!.expect))
  })
  socket.on('error', (error) => waiting?.resolve(error.message))
  socket.on('close', () => waiting?.resolve('the line was closed'))

  return {
    isOpen: () => !socket.destroyed,
    ask: (ask) =>
      new Promise((resolve) => {
        // hung up while nobody asked: no event comes any more
        if (socket.destroyed) return resolve('the line was closed')
        waiting = { expect: ask.expect, resolve }
        socket.write(requestOf(ask, port))
      }),
    close: () => socket.destroy(),
  }
}

function requestOf({ method, path, cookie, body }: Ask, port: number): string {
  const head = `${method} ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}`
  if (method === 'GET') return `${head}\r\n`
  const sent = body ?? ''
  const length = Buffer.byteLength(sent)
  return `${head}origin: http://localhost:${port}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${sent}`
}

/** Head and body together, once the head is there; of an answer that comes in pieces nobody knows it. */
function lengthOf(chunks: Buffer[]): number {
  const start = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  const end = start.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const length = /content-length: (\d+)/i.exec(start.toString('latin1', 0, end))?.[1]
  if (length === undefined) return -1
  return end + 4 + Number(length)
}

const isLast = (chunk: Buffer): boolean => chunk.subarray(-5).toString('latin1') === '0\r\n\r\n'

/** Looked at as it came: to make a text of every answer would take the processors from the server. */
function judge(answer: Buffer, { status, has }: Expected): string | null {
  if (answer.toString('latin1', 9, 13) !== `${status} `) return answer.toString('utf8', 0, 600)
  return answer.includes(has, answer.indexOf('\r\n\r\n')) ? null : `without ${has}: ${answer.subarray(-300).toString()}`
}
