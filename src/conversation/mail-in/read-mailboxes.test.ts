import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../server/ids.server.ts'
import { seal } from '../../server/seal.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { hasDovecot, sayNotRun, startDovecot } from '../../testing/dovecot.server.ts'
import { mailboxSeal, readMailboxes } from './read-mailboxes.server.ts'

const secret = 'a secret for mails'

if (!hasDovecot) sayNotRun('reading a mailbox by IMAP')

describe.runIf(hasDovecot)('reading a mailbox by IMAP', () => {
  let box: TestDesk
  let dovecot: Awaited<ReturnType<typeof startDovecot>>
  beforeAll(async () => {
    box = await openTestDesk()
    dovecot = await startDovecot()
  })
  afterAll(async () => {
    await dovecot.end()
    await box.close()
  })

  let mails = 0
  const mail = (text: string) =>
    Buffer.from(
      `From: writer${++mails}@example.com\r\nSubject: ${text}\r\nMessage-ID: <m${mails}@example.com>\r\n\r\n${text}\r\n`,
    )

  async function addMailbox(
    settings: Partial<typeof dovecot.settings> = {},
    group: string | null = null,
    // a mail server says to the second when something came: in doubt it is taken in
    takesFrom = new Date(Date.now() + 1000),
  ): Promise<string> {
    const id = newId()
    const { password, ...rest } = { ...dovecot.settings, ...settings }
    const at = box.clock.now()
    await box.database.primary
      .insertInto('mailbox')
      .values({
        id,
        address: `${id}@help.example`,
        ...rest,
        sealed: seal(secret, mailboxSeal, password),
        group_id: group,
        trusted_server: null,
        active: true,
        uid_validity: null,
        uid_next: null,
        state: 'new',
        state_since: at,
        last_error: null,
        heard_at: null,
        last_mail_at: null,
        created_at: at,
        takes_from: takesFrom,
      })
      .execute()
    return id
  }

  const troubles: Error[] = []
  const start = () =>
    readMailboxes({
      desk: box.desk,
      secret,
      onTrouble: (error) => troubles.push(error as Error),
      lookSeconds: 0.2,
      mailboxEvery: 300,
    })

  const stateOf = (id: string) =>
    box.database.primary.selectFrom('mailbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const subjects = async () =>
    (
      await box.database.primary
        .selectFrom('inbound_mail')
        .select('subject')
        .where('decision', '=', 'newTicket')
        .orderBy('received_at')
        .execute()
    ).map((row) => row.subject)
  const until = (what: () => Promise<unknown>) => expect.poll(what, { interval: 50 })
  const changePassword = (id: string, password: string) =>
    box.database.primary
      .updateTable('mailbox')
      .set({ sealed: seal(secret, mailboxSeal, password) })
      .where('id', '=', id)
      .execute()
  const remove = (id: string) =>
    box.database.primary.updateTable('mailbox').set({ active: false }).where('id', '=', id).execute()

  test('what comes is taken in as it comes; what lay there before stays', async () => {
    await dovecot.deliver(mail('long ago'))
    const id = await addMailbox()
    const reading = start()
    await until(async () => (await stateOf(id)).state).toBe('reading')
    await dovecot.deliver(mail('first'), mail('second'))
    await until(subjects).toEqual(['first', 'second'])
    // the mark follows the mail: it may be handled already while the mark is still on its way
    await until(async () => (await stateOf(id)).uid_next).toBe(4)
    expect(await stateOf(id)).toMatchObject({ state: 'reading', last_error: null })
    await reading.stop()
    await remove(id)
  })

  test('a mailbox counted as read up to the end of a look, though more had come since it began', async () => {
    const since = new Date()
    await dovecot.deliver(mail('during the look'))
    const id = await addMailbox({}, null, since)
    // every look at the clock is a second later
    let ticks = 0
    const clock = { ...box.desk.clock, now: () => new Date(box.clock.now().getTime() + 1000 * ++ticks) }
    const reading = readMailboxes({
      desk: { ...box.desk, clock },
      secret,
      onTrouble: (error) => troubles.push(error as Error),
      lookSeconds: 60,
      mailboxEvery: 60_000,
    })
    await until(async () => (await stateOf(id)).heard_at).not.toBeNull()
    const { heard_at: heard, last_mail_at: taken } = await stateOf(id)
    expect(heard!.getTime()).toBeLessThan(taken!.getTime())
    await reading.stop()
    await remove(id)
    await box.database.primary.deleteFrom('inbound_mail').where('mailbox_id', '=', id).execute()
  })

  test('what came after a mailbox was added and before it was first looked at was never taken in', async () => {
    await dovecot.deliver(mail('lay there'))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const id = await addMailbox({}, null, new Date())
    await dovecot.deliver(mail('meanwhile'))
    const reading = start()
    await until(subjects).toContain('meanwhile')
    expect(await subjects()).not.toContain('lay there')
    await reading.stop()
    await remove(id)
  })

  test('what came while nobody read, or while the mail server was down, is fetched afterwards, once', async () => {
    const id = await addMailbox()
    let reading = start()
    await until(async () => (await stateOf(id)).state).toBe('reading')
    await reading.stop()
    await dovecot.deliver(mail('while away 1'), mail('while away 2'))
    reading = start()
    await until(subjects).toEqual(expect.arrayContaining(['while away 1', 'while away 2']))
    await dovecot.stop()
    await until(async () => (await stateOf(id)).state).toBe('failing')
    expect((await stateOf(id)).last_error).toBeTruthy()
    await dovecot.startAgain()
    await dovecot.deliver(mail('after the outage'))
    await until(subjects).toContain('after the outage')
    await until(async () => (await stateOf(id)).state).toBe('reading')
    expect(new Set(await subjects()).size).toBe((await subjects()).length)
    await reading.stop()
    await remove(id)
  })

  test('numbered anew, what came since it was added is looked at again: nothing is taken in twice, and nothing that lay there', async () => {
    const id = await addMailbox({}, null, new Date())
    const reading = start()
    await until(async () => (await stateOf(id)).state).toBe('reading')
    await reading.stop()
    const before = await subjects()
    await box.database.primary.updateTable('mailbox').set({ uid_validity: 1 }).where('id', '=', id).execute()
    await dovecot.deliver(mail('under the new numbers'))
    const again = start()
    await until(subjects).toContain('under the new numbers')
    expect(await subjects()).toEqual([...before, 'under the new numbers'])
    await again.stop()
    await remove(id)
  })

  test('of several mailboxes each brings its mails to its own group, at once', async () => {
    const ids = [
      await addMailbox({ username: 'papers' }, box.groups.documents),
      await addMailbox({ username: 'bills' }, box.groups.billing),
    ]
    const reading = start()
    for (const id of ids) await until(async () => (await stateOf(id)).state).toBe('reading')
    await Promise.all([
      dovecot.deliverTo('papers', mail('a note is missing'), mail('a stamp is missing')),
      dovecot.deliverTo('bills', mail('a bill is wrong')),
    ])
    const groups = async () => {
      const rows = await box.database.primary
        .selectFrom('inbound_mail')
        .innerJoin('ticket', 'ticket.number', 'inbound_mail.ticket_number')
        .select(['subject', 'ticket.group_id'])
        .where('mailbox_id', 'in', ids)
        .orderBy('subject')
        .execute()
      return rows.map(({ subject, group_id }) => [subject, group_id])
    }
    await until(async () => (await groups()).length).toBe(3)
    expect(await groups()).toEqual([
      ['a bill is wrong', box.groups.billing],
      ['a note is missing', box.groups.documents],
      ['a stamp is missing', box.groups.documents],
    ])
    await reading.stop()
    for (const id of ids) await remove(id)
  })

  test('a wrong password is said, and holds up no other mailbox', async () => {
    troubles.length = 0
    const wrong = await addMailbox({ password: 'wrong' })
    const right = await addMailbox()
    const reading = start()
    await until(async () => (await stateOf(wrong)).last_error).toMatch(/refused the login/u)
    await until(async () => (await stateOf(right)).state).toBe('reading')
    expect(JSON.stringify(troubles.map(String))).not.toContain('wrong')
    await reading.stop()
    await remove(wrong)
    await remove(right)
  })

  test('of a mailbox that cannot be read for ten minutes administrators are told once', async () => {
    troubles.length = 0
    const id = await addMailbox({ password: 'wrong' })
    const reading = start()
    await until(async () => (await stateOf(id)).state).toBe('failing')
    box.clock.move(11 * 60_000)
    await until(async () => troubles.map(String).join()).toMatch(/has been silent/u)
    expect(await stateOf(id)).toMatchObject({ heard_at: null })
    // whoever can mend it is told by mail, once, however often it is looked at and by however many workers
    const before = troubles.length
    const another = start()
    await until(async () => troubles.length).toBeGreaterThan(before)
    const told = () =>
      box.database.primary
        .selectFrom('mail')
        .select(['address', 'says'])
        .where('interaction', '=', 'account-mailbox-silent')
        .execute()
    expect(await told()).toMatchObject([
      {
        address: 'adam@example.com',
        says: { variables: { mailbox: `${id}@help.example`, link: '/settings/mailboxes' } },
      },
    ])
    expect(troubles.filter((error) => error.message.includes('has been silent'))).toHaveLength(1)
    await Promise.all([reading.stop(), another.stop()])

    // heard of again, the next silence is another one
    await changePassword(id, dovecot.settings.password)
    const mended = start()
    await until(async () => (await stateOf(id)).silence_told_at).toBeNull()
    await mended.stop()
    await changePassword(id, 'wrong again')
    const again = start()
    await until(async () => (await stateOf(id)).state).toBe('failing')
    box.clock.move(11 * 60_000)
    await until(async () => (await told()).length).toBe(2)
    await again.stop()
    await remove(id)
  })

  test('a server that was down overnight told that nothing was heard since the evening, though it heard at once', async () => {
    troubles.length = 0
    const id = await addMailbox()
    const evening = new Date(box.clock.now().getTime() - 12 * 3_600_000)
    const heard = { state: 'reading' as const, state_since: evening, heard_at: evening, created_at: evening }
    await box.database.primary.updateTable('mailbox').set(heard).where('id', '=', id).execute()
    const reading = start()
    await until(async () => (await stateOf(id)).heard_at).not.toEqual(evening)
    await reading.stop()
    expect(troubles.map(String)).toEqual([])
    await remove(id)
  })
})
