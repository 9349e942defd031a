import { setTimeout as pause } from 'node:timers/promises'
import { mailboxSeal } from '../conversation/mail-in/read-mailboxes.server.ts'
import { newId } from '../server/ids.server.ts'
import { seal } from '../server/seal.server.ts'
import { usualLanes } from '../channels/email/outbox.server.ts'
import { startDovecot } from './dovecot.server.ts'
import { mustStart, type Running } from './faults/processes.server.ts'
import { openScene, type Scene } from './faults/scene.server.ts'
import { patience } from './patience.ts'

export type Storm = { perSecond: number; seconds: number; kills: number }

/**
 * Mails arrive in a real mailbox, steadily, while the whole worker that reads it, tells people and sends mails is killed again
 * and again. What was delivered is written down before it is delivered; at the end each must have become one ticket, of which
 * each of the desk was told once.
 */
export async function mailStorm({ perSecond, seconds, kills }: Storm) {
  const scene = await openScene()
  const dovecot = await startDovecot()
  let worker: Running | undefined
  const startWorker = () => mustStart('worker', scene.environment)
  try {
    await addMailbox(scene, dovecot.settings)
    worker = await startWorker()
    await until(
      async () => (await scene.number("select count(*) from mailbox where state = 'reading'")) === 1,
      patience,
    )

    const delivered: string[] = []
    const began = performance.now()
    const delivering = dovecot.steadily(perSecond, seconds, (n) => {
      delivered.push(`storm ${n}`)
      return storm(n)
    })
    let killed = 0
    for (; killed < kills; killed++) {
      // a worker that is to be killed must have come up: the last one comes with the last mails
      const due = ((seconds * 1000) / (kills + 1)) * (killed + 0.8 + ((killed * 7) % 5) / 10)
      await pause(Math.max(0, began + due - performance.now()))
      await worker.kill()
      worker = await startWorker()
    }
    await delivering
    const lastDelivered = performance.now()
    const done = "select count(*) from inbound_mail where state = 'done'"
    await until(async () => (await scene.number(done)) >= delivered.length, patience)
    const secondsToEmpty = (performance.now() - lastDelivered) / 1000
    await scene.settled(300)
    const { sent, missing, repeats } = await scene.mails()
    return {
      ...(await becameOf(scene, delivered)),
      delivered: delivered.length,
      tickets: await scene.number('select count(*) from ticket'),
      killed,
      rate: delivered.length / ((lastDelivered - began) / 1000),
      /** From the last mail's arrival to the last one done. */
      secondsToEmpty,
      // of each worker that died, the mails on the line may have arrived without their mark
      mails: { sent, missing, repeats, mayRepeat: killed * usualLanes },
      disagreements: await scene.disagreements(),
    }
  } finally {
    await worker?.kill()
    await dovecot.end()
    await scene.close()
  }
}

/** Which mails became no ticket, which more than one, and of which somebody of the desk was not told exactly once. */
async function becameOf({ database, groups }: Scene, delivered: readonly string[]) {
  const { rows } = await database.pool.query<{ subject: string; tickets: number }>(
    `select subject, count(distinct ticket_number)::int as tickets from inbound_mail
     where decision = 'newTicket' group by subject`,
  )
  const found = new Set(rows.map(({ subject }) => subject))
  const toldWrongly = await database.pool.query<{ number: number; member: string; times: number }>(
    `select ticket.number, member.user_id as member, count(notice.id)::int as times
     from ticket
     cross join (select user_id from group_member where group_id = $1) member
     left join notice on notice.ticket_number = ticket.number and notice.recipient_id = member.user_id
       and notice.interaction = 'notify-desk-of-new-ticket'
     group by ticket.number, member.user_id
     having count(notice.id) <> 1`,
    [groups.supportDesk],
  )
  return {
    lost: delivered.filter((subject) => !found.has(subject)),
    twice: rows.filter(({ tickets }) => tickets !== 1),
    toldWrongly: toldWrongly.rows,
  }
}

/** Each from somebody of its own: the ladders are another test's. */
const storm = (n: number): Buffer =>
  Buffer.from(
    `From: Sender ${n} <sender${n}@example.com>\r\nTo: support@help.example\r\nSubject: storm ${n}\r\n` +
      `Message-ID: <storm${n}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWhere is parcel ${n}?\r\n`,
  )

async function addMailbox(
  { database, environment }: Scene,
  { password, ...server }: Awaited<ReturnType<typeof startDovecot>>['settings'],
): Promise<void> {
  const at = new Date()
  const nothing = { group_id: null, trusted_server: null, uid_validity: null, uid_next: null, last_error: null }
  const never = { heard_at: null, last_mail_at: null, state: 'new' as const, state_since: at, created_at: at }
  const sealed = seal(environment.SANAD_SECRET, mailboxSeal, password)
  const row = { id: newId(), address: 'support@help.example', active: true, sealed, ...server, ...nothing, ...never }
  await database.primary.insertInto('mailbox').values(row).execute()
}

async function until(holds: () => Promise<boolean>, atMost: number): Promise<void> {
  const end = performance.now() + atMost
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come to that in time.')
    await pause(200)
  }
}
