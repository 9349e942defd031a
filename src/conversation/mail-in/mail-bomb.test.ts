import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareMail } from '../../interactions/testing/prepare-one.server.ts'
import { openTellingDesk } from '../../testing/told.server.ts'
import { takeInMail } from './take-in-mail.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk.close())

const settings = { publicUrl: 'https://help.example', repliesAreRead: true }
const from = { id: null, group: null, trustedServer: 'mail.help.example' }

/** In the victim's name, from wherever the sender is; each with an id of its own, so that none is a repeat. */
const forged = (nth: number): Buffer =>
  Buffer.from(
    [
      'From: "Buy pills at evil.example" <victim@example.net>',
      `Reply-To: victim@example.net`,
      'To: support@help.example',
      `Subject: Cheap pills ${nth} https://evil.example`,
      `Message-ID: <${nth}@evil.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Buy at https://evil.example now, ${nth}.`,
    ].join('\r\n'),
  )

test('class 5: a thousand mails in somebody’s name send three mails an hour to it, and none says what the sender wrote', async () => {
  for (let nth = 0; nth < 1_000; nth += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, each) =>
        takeInMail({ desk: desk.box.desk, secret: 'a secret' }, forged(nth + each), from),
      ),
    )
  await desk.told()
  const mails = await desk.box.database.primary
    .selectFrom('mail')
    .selectAll()
    .where('address', '=', 'victim@example.net')
    .execute()
  const going = mails.filter(({ state }) => state !== 'dropped')
  expect(going).toHaveLength(3)
  for (const mail of going) {
    const prepared = await prepareMail(desk.box.desk, settings, mail)
    const words = typeof prepared === 'object' ? JSON.stringify(prepared.words) : ''
    expect(words).toContain(`T-${mail.ticket_number}`)
    expect(words).not.toMatch(/pills|evil\.example/u)
  }
  const held = await desk.box.database.primary
    .selectFrom('inbound_mail')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where('decision', '=', 'held')
    .executeTakeFirstOrThrow()
  // nothing is thrown away: what was too much waits for somebody to look
  expect(held.amount).toBeGreaterThanOrEqual(900)
})
