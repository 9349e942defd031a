import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { submitTicket } from '../../workflow/submit-ticket.server.ts'
import { close } from '../../workflow/close.server.ts'
import { hasWords } from './has-words.server.ts'

let at: TestDesk
const closed: number[] = []

beforeAll(async () => {
  at = await openTestDesk()
  const [salma, mariam] = [await at.person('salma'), await at.person('mariam')]
  for (const title of ['A pallet of lanterns', 'Lanterns again', 'A tarpaulin']) {
    const number = await submitTicket(at.desk, salma, { title, description: 'It did not arrive.' })
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    closed.push(number)
  }
})
afterAll(() => at.close())

test('a word that few tickets have is looked up first; of one that too many have no list is carried about', async () => {
  const db = at.database.primary
  const found = async (most: number) => {
    const matches = await hasWords(db, 'lantern', await at.person('mariam'), {
      numberPrefix: 'T-',
      exactNumber: 'too',
      common: false,
      most,
    })
    const query = db.selectFrom('closing').select('ticket_number').where(matches).orderBy('ticket_number')
    return { numbers: (await query.execute()).map((row) => row.ticket_number), sql: query.compile().sql }
  }
  expect(await found(2)).toEqual({ numbers: closed.slice(0, 2), sql: expect.stringContaining('any (') })
  expect(await found(1)).toEqual({ numbers: closed.slice(0, 2), sql: expect.not.stringContaining('any (') })
})
