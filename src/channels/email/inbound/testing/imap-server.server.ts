import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** What it answers to a command, untagged lines first and the tagged answer last; undefined: as a server does. */
export type Says = (command: string) => readonly string[] | undefined

/** A mail server on this machine that knows just enough IMAP to be read, and of which a test says how it misbehaves. */
export async function openImapServer(says: Says) {
  const asked: string[] = []
  const sockets = new Set<Socket>()

  function answer(socket: Socket, line: string): void {
    const [, tag, command] = /^(\S+) (.*)$/u.exec(line) ?? []
    if (!tag || !command) return
    asked.push(command)
    const lines = says(command) ?? usual(command)
    const tagged = lines.map((each, nth) => (nth === lines.length - 1 ? `${tag} ${each}` : `* ${each}`))
    socket.write(`${tagged.join('\r\n')}\r\n`)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (data) =>
      data
        .toString()
        .split('\r\n')
        .forEach((line) => answer(socket, line)),
    )
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    asked,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function usual(command: string): string[] {
  if (command.startsWith('CAPABILITY')) return ['CAPABILITY IMAP4rev1', 'OK done']
  if (command.startsWith('LIST')) return ['LIST () "/" INBOX', 'OK done']
  if (command.startsWith('SELECT'))
    return ['FLAGS ()', '3 EXISTS', 'OK [UIDVALIDITY 1]', 'OK [UIDNEXT 4]', 'OK [READ-WRITE] open']
  return ['OK done']
}

/** A mail, handed out. */
export const handedOut = (uid: number, mail: string): string[] => [
  `${uid} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(mail)}}\r\n${mail})`,
  'OK done',
]
