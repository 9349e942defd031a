import { expect, test } from 'vitest'
import { setStage } from '../../testing/set-stage.server.ts'
import { fallDue } from '../../workflow/fall-due.server.ts'
import { decideByHand } from './decide-by-hand.server.ts'
import { beginAgain } from './try-mail.write.server.ts'
import { attachmentOfMail, rawMail, readInboundMail } from './read-inbound-mail.server.ts'
import { handleMail, takeInMail } from './take-in-mail.server.ts'
import { anyServer, secret, to, written } from './testing/mail-desk.server.ts'

const stage = setStage()
const db = () => stage.box.database.primary
const take = (raw: Buffer) => takeInMail({ desk: stage.box.desk, secret }, raw, anyServer) as Promise<string>
const mail = (id: string) => db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const desk = () => stage.box.person('mariam')
const shown = async (id: string) => readInboundMail(db(), await desk(), id)

async function decide(id: string, body: object) {
  const call = { actor: await desk(), params: { id }, body }
  return stage.box.desk.change(call.actor, (change) =>
    decideByHand(call as never, change, { secret, blobs: undefined as never }),
  )
}

let mails = 0
/** More parts than the parser takes. */
function ofAThousandParts(from: string, receiver = 'support@help.example'): Buffer {
  const head = `From: ${from}\r\nTo: ${receiver}\r\nSubject: Parts\r\nMessage-ID: <parts-${++mails}@example.com>\r\n`
  const part = '--b\r\nContent-Type: text/plain\r\n\r\nA part.\r\n'
  return Buffer.from(
    `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=b\r\n\r\n${part.repeat(1_000)}--b--\r\n`,
  )
}

/** Offered, reminded, and their days over. */
async function overdue(): Promise<number> {
  const number = await stage.ticketIn('offered')
  stage.box.clock.moveDays(3.51)
  await fallDue(stage.box.desk)
  stage.box.clock.moveDays(3.5)
  return number
}
const due = () => fallDue(stage.box.desk)

test('one mail of a thousand parts from a stranger kept every ticket from closing by silence, for good', async () => {
  const number = await overdue()
  const id = await take(ofAThousandParts('A stranger <stranger@elsewhere.example>'))
  expect(await mail(id)).toMatchObject({
    ...{ state: 'failed', tries: 1, next_try_at: null, ticket_number: null, subject: 'Parts' },
    ...{ from_address: 'stranger@elsewhere.example', from_name: 'A stranger' },
    last_error: 'It cannot be read: Max allowed child nodes exceeded',
  })
  expect(await due()).toBe(1)
  expect(await stage.row(number)).toMatchObject({ ended: 'silence' })
})

test('a mail that cannot be read is shown by its head, and is left out by hand; until then it holds its sender’s tickets', async () => {
  const number = await overdue()
  const id = await take(ofAThousandParts('Salma <salma@example.com>'))
  expect(await due()).toBe(0)
  expect(await shown(id)).toMatchObject({
    ...{ state: 'failed', from: { address: 'salma@example.com', name: 'Salma' }, subject: 'Parts' },
    ...{ text: null, wholeText: null, html: null, attachments: [], size: expect.any(Number) },
  })
  await expect(rawMail(db(), await desk(), id)).rejects.toMatchObject({ code: 'notFound' })
  expect(await attachmentOfMail(db(), await desk(), id, '0')).toBeUndefined()
  for (const body of [{ as: 'newTicket' }, { as: 'joined', ticket: number }])
    await expect(decide(id, body)).rejects.toMatchObject({ details: { errors: [{ field: 'as' }] } })

  expect(await beginAgain(db(), id, stage.box.clock.now())).toBe(true)
  await handleMail({ desk: stage.box.desk, secret }, id, anyServer)
  expect(await mail(id)).toMatchObject({ state: 'failed', tries: 1, next_try_at: null })

  expect(await decide(id, { as: 'ignored' })).toMatchObject({
    ...{ state: 'done', decision: 'ignored', reason: 'byHand', text: null },
    ...{ from: { address: 'salma@example.com' }, decidedBy: { id: stage.box.ids.mariam } },
  })
  expect(await due()).toBe(1)
  expect(await stage.row(number)).toMatchObject({ ended: 'silence' })
})

test('a mail that cannot be read holds the ticket that it names, whoever sent it', async () => {
  const number = await overdue()
  const id = await take(ofAThousandParts('salma.at.home@example.net', to(number)))
  expect(await mail(id)).toMatchObject({ state: 'failed', ticket_number: number })
  expect(await due()).toBe(0)
  await decide(id, { as: 'ignored' })
  expect(await due()).toBe(1)
})

test('a mail that cannot be read and names a ticket that is gone was shown to nobody', async () => {
  const id = await take(ofAThousandParts('salma.at.home@example.net', to(900_001)))
  expect(await shown(id)).toMatchObject({ state: 'failed', ticket: null })
})

test('a mail that cannot be read and names no single sender holds back what it may be about for a week', async () => {
  const number = await overdue()
  await take(ofAThousandParts('one@example.com, two@example.com'))
  stage.box.clock.moveDays(6.9)
  expect(await due()).toBe(0)
  stage.box.clock.moveDays(0.2)
  expect(await due()).toBe(1)
  expect(await stage.row(number)).toMatchObject({ ended: 'silence' })
})

test('a mail that ended whoever read it was begun again at once, each time, and by whoever looked at it', async () => {
  const raw = written({ From: 'pierre@example.com', Subject: 'Too much' })
  // whoever is ended notes nothing any more
  const ended = { ...stage.box.desk, change: () => new Promise<never>(() => {}) }
  let id: string | undefined
  for (let tries = 1; tries <= 5; tries++) {
    void takeInMail({ desk: ended, secret }, raw, anyServer)
    const last = () =>
      db()
        .selectFrom('inbound_mail')
        .selectAll()
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst()
    await expect.poll(last).toMatchObject({ state: 'received', tries, last_error: null })
    const { next_try_at, ...begun } = (await last())!
    id = begun.id
    expect(next_try_at!.getTime()).toBeGreaterThan(stage.box.clock.now().getTime() + 10_000 * 2 ** (tries - 1))
    expect(await shown(id)).toMatchObject({ text: null })
    stage.box.clock.move(20 * 60_000)
  }
  const troubles: unknown[] = []
  const onTrouble = (error: unknown) => troubles.push(error)
  await handleMail({ desk: stage.box.desk, secret, onTrouble }, id!, anyServer)
  expect(await mail(id!)).toMatchObject({
    ...{ state: 'failed', next_try_at: null, from_address: 'pierre@example.com', subject: 'Too much' },
    last_error: 'It cannot be read: Whoever began to read it was ended each time.',
  })
  expect(troubles).toHaveLength(1)
  expect(await shown(id!)).toMatchObject({ text: null })

  expect(await beginAgain(db(), id!, stage.box.clock.now())).toBe(true)
  await handleMail({ desk: stage.box.desk, secret }, id!, anyServer)
  expect(await mail(id!)).toMatchObject({ state: 'done', decision: 'newTicket', last_error: null })
})
