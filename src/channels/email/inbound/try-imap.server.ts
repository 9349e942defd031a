import type { ImapSettings } from './imap.server.ts'

export type Tried = { reached: boolean; said: string | null; mails: number | null; folders: string[] }

/** Signs in, looks for the folder and leaves again; reads and marks nothing. */
export async function tryImap(settings: ImapSettings): Promise<Tried> {
  const { clientOf, explained } = await import('./imap.server.ts')
  const client = clientOf(settings, 10_000)
  client.on('error', () => {})
  let folders: string[] = []
  try {
    await client.connect()
    folders = (await client.list()).map(({ path }) => path).slice(0, 200)
    const { exists } = await client.mailboxOpen(settings.folder, { readOnly: true })
    return { reached: true, said: null, mails: exists, folders }
  } catch (error) {
    return { reached: false, said: explained(error).message.slice(0, 500), mails: null, folders }
  } finally {
    client.close()
  }
}
