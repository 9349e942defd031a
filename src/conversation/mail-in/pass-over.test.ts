import { afterAll, expect, test } from 'vitest'
import { passOver, type Refused } from './pass-over.server.ts'
import { anyServer, openMailDesk, secret } from './testing/mail-desk.server.ts'

const { desk, db } = await openMailDesk()
afterAll(() => desk.close())

test('a mail that its server never handed out is passed over after some tries, and whoever looks at mails is told of it once', async () => {
  const refused: Refused = new Map()
  const mailbox = { id: null as never, address: 'help@help.example', folder: 'INBOX' }
  const turn = () =>
    passOver({ desk: desk.box.desk, secret }, { mailbox, from: anyServer, refused }, 17, 'Mail 17: It is\r\ndamaged')
  const turns: boolean[] = []
  for (let nth = 0; nth < 11; nth++) turns.push(await turn())
  expect(turns).toEqual([...Array.from({ length: 9 }, () => false), true, true])
  expect(await db().selectFrom('inbound_mail').selectAll().execute()).toMatchObject([
    {
      ...{ decision: 'held', reason: 'noSender', from_address: null, subject: 'Mail 17 cannot be fetched' },
      text: expect.stringContaining('help@help.example does not hand out mail 17 of the folder INBOX'),
    },
  ])
})
