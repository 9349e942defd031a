import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeMail } from '../../channels/email/compose.server.ts'
import { messageIdOf } from '../../channels/email/message-id.server.ts'
import { prepareMail } from '../../interactions/testing/prepare-one.server.ts'
import { openTellingDesk } from '../../testing/told.server.ts'
import { takeInMail } from './take-in-mail.server.ts'

// Two desks of ours, each a customer of the other: whatever one sends, the other takes in and confirms.

type Side = Awaited<ReturnType<typeof open>>

async function open(name: string) {
  const desk = await openTellingDesk()
  const secret = `the secret of ${name}`
  const address = `support@${name}.example`
  const sender = { secret, host: `${name}.example`, from: `${name} <${address}>`, repliesTo: { address, plus: true } }
  const settings = { publicUrl: `https://${name}.example`, repliesAreRead: true }

  /** Does what waits and hands out what goes to the other, as it goes over the wire. */
  async function outgoing(to: string): Promise<Buffer[]> {
    await desk.told()
    const db = desk.box.database.primary
    const due = await db
      .selectFrom('mail')
      .selectAll()
      .where('address', '=', to)
      .where('state', '=', 'pending')
      .where('next_try_at', '<=', desk.box.clock.now())
      .execute()
    const sent: Buffer[] = []
    for (const mail of due) {
      const prepared = await prepareMail(desk.box.desk, settings, mail)
      const message_id = messageIdOf(sender, mail.id)
      await db.updateTable('mail').set({ state: 'sent', message_id }).where('id', '=', mail.id).execute()
      if (prepared === 'dropped') continue
      const { words, answers } = prepared
      sent.push(await composeMail(mail, { ...words, answers }, sender, desk.box.clock.now()))
    }
    return sent
  }

  const take = (raw: Buffer) =>
    takeInMail({ desk: desk.box.desk, secret }, raw, { id: null, group: null, trustedServer: null })
  const tickets = async () => (await desk.box.database.primary.selectFrom('ticket').select('number').execute()).length
  return { address, outgoing, take, tickets, desk, close: () => desk.close() }
}

let one: Side
let other: Side
beforeAll(async () => {
  one = await open('one')
  other = await open('other')
})
afterAll(async () => {
  await one.close()
  await other.close()
})

const hidden = /^(auto-submitted|x-auto-response-suppress|precedence|return-path):.*\r\n/gimu

/** Mails to and fro until nobody has anything to say, at most so many rounds; how many went over the wire. */
async function talk(onTheWay: (raw: Buffer) => Buffer, rounds = 60): Promise<number> {
  let mails = 0
  for (let round = 0; round < rounds; round++) {
    const batches: [Buffer[], Side][] = [
      [await one.outgoing(other.address), other],
      [await other.outgoing(one.address), one],
    ]
    const count = batches[0]![0].length + batches[1]![0].length
    if (count === 0) return mails
    mails += count
    for (const [batch, to] of batches) for (const raw of batch) await to.take(onTheWay(raw))
    for (const { desk } of [one, other]) desk.box.clock.move(20_000)
  }
  return mails
}

const first = (subject: string) =>
  Buffer.from(
    `From: ${other.address}\r\nTo: ${one.address}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x>\r\n\r\nHello.`,
  )

describe('two desks that answer each other', () => {
  test('say what they are, and end with the first confirmation', async () => {
    await one.take(first('honest'))
    expect(await talk((raw) => raw)).toBe(1)
    expect([await one.tickets(), await other.tickets()]).toEqual([1, 0])
  })

  test('end within the ladder also where a server between them takes away what they say', async () => {
    for (const { desk } of [one, other]) desk.box.clock.move(2 * 3_600_000)
    await one.take(first('hidden'))
    const bare = (raw: Buffer) => Buffer.from(raw.toString('latin1').replace(hidden, ''), 'latin1')
    // three an hour to an address that nobody proved, from each side
    expect(await talk(bare)).toBeLessThanOrEqual(6)
    expect(await one.tickets()).toBeLessThanOrEqual(6)
    expect(await other.tickets()).toBeLessThanOrEqual(5)
  })

  test('also where each thinks the other’s address is proved', async () => {
    for (const { desk } of [one, other]) {
      desk.box.clock.move(2 * 3_600_000)
      await desk.box.database.primary.updateTable('users').set({ email_verified: true }).execute()
    }
    await one.take(first('proved'))
    const bare = (raw: Buffer) => Buffer.from(raw.toString('latin1').replace(hidden, ''), 'latin1')
    const before = [await one.tickets(), await other.tickets()]
    const mails = await talk(bare)
    // the ladders: five new tickets and twenty mails an hour from one sender, ten on one ticket
    expect(mails).toBeGreaterThan(1)
    expect(mails).toBeLessThanOrEqual(40)
    expect((await one.tickets()) - before[0]!).toBeLessThanOrEqual(5)
    expect((await other.tickets()) - before[1]!).toBeLessThanOrEqual(5)
  })
})
