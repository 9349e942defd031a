import { expect, test } from 'vitest'
import { readImap } from './imap.server.ts'
import { handedOut, openImapServer, type Says } from './testing/imap-server.server.ts'

/** Reads until the line breaks, or so often was it heard. */
async function read(says: Says, mark: { validity: number; next: number } | null, isPassedOver = false) {
  const server = await openImapServer(says)
  const ending = new AbortController()
  const seen = { taken: [] as string[], marks: [] as number[], heard: 0, refused: [] as string[] }
  const login = { host: '127.0.0.1', security: 'none' as const, username: 'help', password: 'x', folder: 'INBOX' }
  const reading = {
    settings: { ...login, port: server.port },
    mark,
    from: new Date('2026-03-03T10:00:00Z'),
    take: async (raw: Buffer) => void seen.taken.push(raw.toString()),
    marked: async ({ next }: { next: number }) => void seen.marks.push(next),
    passOver: async (_uid: number, said: string) => {
      seen.refused.push(said)
      return isPassedOver
    },
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
        (command) => (command.startsWith('UID SEARCH') ? [refusal] : undefined),
        mark,
      )
      expect([heard, error]).toEqual([0, 'The mail server refused to look for what is new.'])
      // at the first look nothing is marked at all
      expect(marks).toEqual(mark ? [2] : [])
    }
})

test('one mail that the server did not hand out stopped its mailbox for good, and nobody was told which', async () => {
  const server =
    (broken: readonly number[]): Says =>
    (command) => {
      if (command.startsWith('UID SEARCH')) return ['SEARCH 2 3 4', 'OK done']
      const [, uid] = /^UID FETCH (\d+)/u.exec(command) ?? []
      if (!uid) return undefined
      return broken.includes(Number(uid)) ? ['NO Message is damaged'] : handedOut(Number(uid), `Mail ${uid}`)
    }
  const mark = { validity: 1, next: 2 }
  const said = 'Mail 3: Message is damaged'
  const waiting = await read(server([3]), mark)
  expect(waiting).toMatchObject({ taken: ['Mail 2'], marks: [2, 3], heard: 0, error: said, refused: [said] })
  const passed = await read(server([3]), mark, true)
  expect(passed).toMatchObject({ taken: ['Mail 2', 'Mail 4'], marks: [2, 3, 4, 5], heard: 1, error: null })
  // where it hands out nothing else either, it is the server that ails
  const ailing = await read(server([3, 4]), mark, true)
  expect(ailing).toMatchObject({ taken: ['Mail 2'], heard: 0, error: said, refused: [] })
})
