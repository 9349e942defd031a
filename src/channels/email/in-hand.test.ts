import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../server/ids.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { openHand } from './in-hand.server.ts'
import type { OutboxParts } from './outbox.server.ts'
import { markSent } from './outbox.write.server.ts'
import { queueMails } from './queue-mail.write.server.ts'

let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk()
})
afterAll(() => box.close())

const words = { subject: 'So', text: 'Text', html: '<p>Text</p>', language: 'en' }

const parts = (db: OutboxParts['db']): OutboxParts => ({
  db,
  now: () => box.clock.now(),
  sender: { from: 'help@example.com', secret: 'secret', host: 'example.com' },
  smtp: null,
  prepare: (mails) => mails.map(async ({ address }) => ({ words, address, confidential: false })),
  onTrouble: (error) => {
    throw error
  },
})

/** A database whose next answer is at hand, and handed over once it is let go. */
function holding(db: OutboxParts['db']) {
  let asked = () => {}
  let letGo = () => {}
  let gate: Promise<void> | undefined
  const getExecutor = () => {
    const executor = db.getExecutor()
    return new Proxy(executor, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        if (name !== 'executeQuery') return value.bind(target) as unknown
        return async (...given: unknown[]) => {
          const held = gate
          gate = undefined
          const answer: unknown = await value.apply(target, given)
          if (held) asked()
          await held
          return answer
        }
      },
    })
  }
  const hold = () => {
    gate = new Promise<void>((resolve) => (letGo = resolve))
    return new Promise<void>((resolve) => (asked = resolve))
  }
  return { db: { getExecutor, transaction: () => db.transaction() }, hold, letGo: () => letGo() }
}

test('a second mail to somebody waited for the next look, where another lane had just found nothing', async () => {
  const [salma, ticket] = [await box.person('salma'), await box.submitted()]
  for (const _ of [1, 2]) {
    box.clock.move(10)
    const to = { recipient: salma.id, address: 'salma@example.com', says: {}, at: box.clock.now() }
    await queueMails(box.database.primary, [{ ticket, event: newId(), interaction: 'test', ...to }])
  }
  const { db, hold, letGo } = holding(box.database.primary)
  const hand = openHand(parts(db), 8)
  const first = await hand.next(false)

  const looked = hold()
  const idle = hand.next(false)
  await looked
  await markSent(box.database.primary, first!.mail, box.clock.now(), false)
  const second = hand.next(true)
  letGo()
  expect(await idle).toBeUndefined()
  expect((await second)?.mail.recipient_id).toBe(salma.id)
  expect(hand.worked()).toBe(2)
})
