import { v5 } from 'uuid'
import type { Kysely, Transaction } from 'kysely'
import { queueMails } from '../../channels/email/queue-mail.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change } from '../../events/desk.server.ts'
import { setMutes } from '../../interactions/mutes.write.server.ts'
import { peopleWith } from '../../users/people.server.ts'
import { newId } from '../../server/ids.server.ts'
import { reportName } from './monthly-performance.ts'

/** What a queued report says of itself; its words are made when it goes out, from the document as it is kept. */
export type ReportMail = { month: string; version: number; askedFor: boolean }

/** To everybody who may read reports and did not switch it off, once for each version. */
export async function mailToReaders(db: Transaction<Tables>, month: string, version: number, at: Date): Promise<void> {
  const readers = await peopleWith(db, 'report.read')
  const muted = await whoMuted(db)
  const event = v5(`${reportName} ${month} ${version}`, namespace)
  await queueMails(
    db,
    [...readers.values()]
      .filter(({ id }) => !muted.has(id))
      .map((person) => mailTo(person, event, { month, version, askedFor: false }, at)),
  )
}

/** To one reader who asked for it, switched off or not. */
export async function mailToReader({ db, at }: Change, reader: Person, month: string, version: number): Promise<void> {
  await queueMails(db, [mailTo(reader, newId(), { month, version, askedFor: true }, at)])
}

const mailTo = ({ id, email }: Person, event: string, report: ReportMail, at: Date) => ({
  ...{ ticket: null, event, interaction: reportName, recipient: id, address: email, at },
  // for whoever reads the list of mails
  says: { ...report, why: report.askedFor ? 'askedForReport' : 'readsReports' },
})

/** Lets reports come to someone by themselves, or not any more. */
export const setMailing = (db: Kysely<Tables>, reader: Person, on: boolean): Promise<void> =>
  setMutes(db, reader.id, [{ interaction: reportName, channel: 'email', on }])

/** Whether reports come to them by themselves: yes, until they said no. */
export async function isMailed(db: Kysely<Tables>, reader: Person): Promise<boolean> {
  return !(await whoMuted(db)).has(reader.id)
}

async function whoMuted(db: Kysely<Tables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('muted_telling')
    .select('user_id')
    .where('interaction', '=', reportName)
    .where('channel', '=', 'email')
    .execute()
  return new Set(rows.map((row) => row.user_id))
}

const namespace = '0a1f7a60-2f0e-4a7e-8a4b-6a7c5a1d2e90'
