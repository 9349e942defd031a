import { expect, test } from 'vitest'
import { readImap } from './imap.server.ts'
import { openImapServer, type Says } from './testing/imap-server.server.ts'

/** Reads until the line breaks, or so often was it heard. */
async function read(says: Says, mark: { validity: number; next: number } | null) {
  const server = await openImapServer(says)
  const ending = new AbortController()
  const seen = { taken: [] as string[], marks: [] as number[], heard: 0 }
  const login = { host: '127.0.0.1', security: 'none' as const, username: 'help', password: 'x', folder: 'INBOX' }
  const reading = {
    settings: { ...login, port: server.port },
    mark,
    from: new Date('2026-03-03T10:00:00Z'),
    take: async (raw: Buffer) => void seen.taken.push(raw.toString()),
    marked: async ({ next }: { next: number }) => void seen.marks.push(next),
    clock: { now: () => new Date('2026-03-03T12:00:00Z') },
    heard: async () => {
      seen.heard++
      ending.abort()
    },
  }
  const error = await readImap(reading, ending.signal).then(
    () => null,
    (thrown: Error) => thrown.message,
  )
  server.close()
  return { ...seen, error }
}

test('a mailbox in which the server would not look counted as read, and what had come since was passed over', async () => {
  for (const refusal of ['NO Server busy', 'BAD What?'])
    for (const mark of [null, { validity: 1, next: 2 }]) {
      const { heard, marks, error } = await read(
        (command) => (/^UID SEARCH/u.test(command) ? [refusal] : undefined),
        mark,
      )
      expect([heard, error]).toEqual([0, 'The mail server refused to look for what is new.'])
      // at the first look nothing is marked at all
      expect(marks).toEqual(mark ? [2] : [])
    }
})
