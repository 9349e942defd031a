import type { Socket } from 'node:net'
import type pg from 'pg'
import { vi } from 'vitest'

const words = ['begin', 'insert', 'select', 'commit', 'rollback']

/** What goes to the database while something is done, by the calls of the operating system: the words in each. Of a pool of one connection. */
export async function piecesOf(pool: pg.Pool) {
  const held = await pool.connect()
  const { stream: client } = (held as unknown as { connection: { stream: Required<Socket> } }).connection
  held.release()
  return async (work: () => Promise<unknown>): Promise<string[]> => {
    const sent: string[] = []
    const note = (bytes: readonly unknown[]) =>
      sent.push(words.filter((word) => bytes.join('').includes(word)).join(' '))
    const { _write: write, _writev: writev } = client
    // noted on the way: the socket empties the list that it was handed
    vi.spyOn(client, '_write').mockImplementation((...given) => {
      note([given[0]])
      write.apply(client, given)
    })
    vi.spyOn(client, '_writev').mockImplementation((...given) => {
      note(given[0].map(({ chunk }) => chunk))
      writev.apply(client, given)
    })
    await work().catch(() => {})
    vi.restoreAllMocks()
    return sent
  }
}
