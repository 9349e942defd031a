import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely, Selectable } from 'kysely'
import { readImap } from '../../channels/email/inbound/when-asked.server.ts'
import type { MailboxRow } from '../../entities/mail-tables.ts'
import type { Tables } from '../../entities/tables.ts'
import { every } from '../../server/jobs/every.server.ts'
import { unseal } from '../../server/seal.server.ts'
import { keepMail } from './keep-mail.write.server.ts'
import { keepMark, noteFailing, noteHeard, noteMail } from './mailbox.write.server.ts'
import { isSilent } from './mailbox.ts'
import { passOver, type Refused } from './pass-over.server.ts'
import { tellOfSilence } from './tell-of-silence.write.server.ts'
import { handleMail, type MailIn, type TakenFrom } from './take-in-mail.server.ts'

export const mailboxSeal = 'mailbox'

export type ReadingOptions = MailIn & {
  onTrouble: (error: unknown) => void
  /** Seconds between looks at which mailboxes there are, and at mails that wait to be handled. */
  lookSeconds?: number
  /** Milliseconds between looks into a mailbox that says nothing. */
  mailboxEvery?: number
}

type Mailbox = Selectable<MailboxRow>
type Reader = { settings: string; since: Date; stop(): Promise<void> }

/** Reads all active mailboxes, each by itself: one that fails holds up no other. Changed settings count within seconds. */
export function readMailboxes(options: ReadingOptions): { stop(): Promise<void> } {
  const { desk, onTrouble, lookSeconds = 15 } = options
  const readers = new Map<string, Reader>()

  async function look(): Promise<void> {
    const mailboxes = await desk.database.primary.selectFrom('mailbox').selectAll().where('active', '=', true).execute()
    const wanted = new Map(mailboxes.map((mailbox) => [mailbox.id, mailbox]))
    for (const [id, reader] of readers) {
      const mailbox = wanted.get(id)
      if (mailbox && settingsOf(mailbox) === reader.settings) continue
      readers.delete(id)
      await reader.stop()
    }
    for (const mailbox of mailboxes) {
      const reader = readers.get(mailbox.id) ?? startReader(options, mailbox)
      readers.set(mailbox.id, reader)
      if (isSilent(mailbox, desk.clock.now(), reader.since) && (await tellOfSilence(desk, mailbox)))
        onTrouble(
          new Error(
            `The mailbox ${mailbox.address} has been silent: ${mailbox.last_error ?? 'nothing is heard of it'}`,
          ),
        )
    }
  }

  const turns = [every(lookSeconds, look, onTrouble), every(lookSeconds, () => handleWaiting(options), onTrouble)]
  return {
    async stop() {
      await Promise.all(turns.map((turn) => turn.stop()))
      await Promise.all([...readers.values()].map((reader) => reader.stop()))
    },
  }
}

/** What makes a reader begin anew when it is changed. */
const settingsOf = ({ host, port, security, username, sealed, folder, group_id, trusted_server }: Mailbox): string =>
  JSON.stringify([host, port, security, username, sealed, folder, group_id, trusted_server])

function startReader(options: ReadingOptions, mailbox: Mailbox): Reader {
  const ending = new AbortController()
  const running = keepReading(options, mailbox.id, ending.signal)
  return {
    settings: settingsOf(mailbox),
    since: options.desk.clock.now(),
    async stop() {
      ending.abort()
      await running
    },
  }
}

/** After a broken line it comes again: soon at first, then each minute. */
async function keepReading(options: ReadingOptions, id: string, signal: AbortSignal): Promise<void> {
  let failures = 0
  const refused: Refused = new Map()
  while (!signal.aborted) {
    try {
      await readOnce({ options, refused, wentWell: () => (failures = 0) }, id, signal)
    } catch (error) {
      if (signal.aborted) return
      failures++
      if (failures === 1) options.onTrouble(error)
      const { database, clock } = options.desk
      await noteFailing(database.primary, id, (error as Error).message, clock.now()).catch(options.onTrouble)
    }
    await pause(Math.min(60_000, 500 * 2 ** failures), undefined, { signal }).catch(() => {})
  }
}

type Reading = { options: ReadingOptions; refused: Refused; wentWell: () => void }

async function readOnce({ options, refused, wentWell }: Reading, id: string, signal: AbortSignal): Promise<void> {
  const { desk, secret } = options
  const db = desk.database.primary
  const mailbox = await db.selectFrom('mailbox').selectAll().where('id', '=', id).executeTakeFirst()
  if (!mailbox) return
  const { host, port, security, username, folder, uid_validity, uid_next, takes_from } = mailbox
  const password = unseal(secret, mailboxSeal, mailbox.sealed)
  const mark = uid_validity === null || uid_next === null ? null : { validity: uid_validity, next: uid_next }
  await readImap(
    {
      settings: { host, port, security, username, password, folder },
      mark,
      from: takes_from,
      ...(options.mailboxEvery ? { lookEvery: options.mailboxEvery } : {}),
      async take(raw) {
        const at = desk.clock.now()
        // kept is safe: what is made of it may be tried again
        const kept = await keepMail(db, raw, id, at)
        await noteMail(db, id, at)
        if (kept !== null && (await isDue(db, kept, at))) await handleMail(options, kept, sourceOf(mailbox))
      },
      marked: (reached) => keepMark(db, mailbox, reached),
      passOver: (uid, said) => passOver(options, { mailbox, from: sourceOf(mailbox), refused }, uid, said),
      clock: desk.clock,
      async heard(asOf) {
        wentWell()
        await noteHeard(db, id, asOf)
      },
    },
    signal,
  )
}

const sourceOf = ({
  id,
  group_id,
  trusted_server,
}: Pick<Mailbox, 'id' | 'group_id' | 'trusted_server'>): TakenFrom => ({
  id,
  group: group_id,
  trustedServer: trusted_server,
})

/** Not one whose last try is still under way, or ended whoever made it: its mailbox shows it again at once. */
const isDue = async (db: Kysely<Tables>, id: string, at: Date): Promise<boolean> =>
  (await waitingUntil(db, at).where('inbound_mail.id', '=', id).executeTakeFirst()) !== undefined

/** What was kept and not handled: whoever did it was ended, or it failed and is tried again. */
async function handleWaiting(options: ReadingOptions): Promise<void> {
  const { database, clock } = options.desk
  const waiting = await waitingUntil(database.primary, clock.now())
    .leftJoin('mailbox', 'mailbox.id', 'inbound_mail.mailbox_id')
    .select(['mailbox.id as mailbox', 'mailbox.group_id', 'mailbox.trusted_server'])
    .orderBy('next_try_at')
    .orderBy('inbound_mail.id')
    .limit(200)
    .execute()
  for (const { id, mailbox, group_id, trusted_server } of waiting)
    await handleMail(options, id, { id: mailbox, group: group_id, trustedServer: trusted_server })
}

const waitingUntil = (db: Kysely<Tables>, at: Date) =>
  db
    .selectFrom('inbound_mail')
    .select('inbound_mail.id')
    .where('inbound_mail.state', '<>', 'done')
    .where('next_try_at', '<=', at)
