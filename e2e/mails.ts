import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepMail } from '../src/conversation/mail-in/keep-mail.write.server.ts'
import { takeInMail } from '../src/conversation/mail-in/take-in-mail.server.ts'
import { openBlobStore } from '../src/server/files/blob-store.server.ts'
import { openInstallation } from '../src/start/open-installation.server.ts'
import { mintLinks } from '../src/users/ticket-links/ticket-links.server.ts'
import { secret, type Product } from './product.ts'

/** A mail as somebody's program writes it. */
export function written(headers: Record<string, string>, text: string): Buffer {
  const all = { 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text.replaceAll(/\r?\n/gu, '\r\n')}\r\n`)
}

export function writtenWithFiles(
  headers: Record<string, string>,
  text: string,
  files: Readonly<Record<string, Buffer>>,
): Buffer {
  const parts = Object.entries(files).map(
    ([name, content]) =>
      `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`,
  )
  const said = `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`
  return written({ ...headers, 'Content-Type': 'multipart/mixed; boundary=x' }, `${said}${parts.join('')}--x--`)
}

/** What a worker does with mails that a mailbox brings, and with the links of those that go out; for where no mail server is. */
export async function openMailroom(product: Product) {
  const data = mkdtempSync(join(tmpdir(), 'sanad-mailroom-'))
  const config = { port: 0, host: '127.0.0.1', databaseUrl: product.databaseUrl, data, secret, logLevel: 'silent' }
  const installation = await openInstallation({ ...config, worker: false }, { worker: false, say: () => {} })
  const { desk } = installation
  const db = desk.database.primary
  const undelivered = (ticket: number) => installation.hints.publish({ undelivered: [ticket] })
  return {
    db,
    async take(raw: Buffer) {
      const from = { id: null, group: null, trustedServer: null }
      const id = await takeInMail({ desk, secret, blobs: openBlobStore(join(data, 'files')), undelivered }, raw, from)
      return db.selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    },
    /** A mail that could not be handled, however often it was tried. */
    fail: (raw: Buffer, said: string) =>
      db.transaction().execute(async (within) => {
        const id = await keepMail(within, raw, null, new Date())
        const failed = { state: 'failed' as const, tries: 5, next_try_at: null, last_error: said }
        await within.updateTable('inbound_mail').set(failed).where('id', '=', id).execute()
        return id
      }),
    /** The address in a mail to somebody about a ticket, mailed so many days ago. */
    async link(person: string, ticket: number, daysAgo = 0) {
      const at = new Date(Date.now() - daysAgo * 24 * 3_600_000)
      return (await mintLinks(secret)(db, person, ticket, at))!
    },
    async close() {
      await installation.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
