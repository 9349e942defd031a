import { afterAll, beforeEach, expect, test } from 'vitest'
import { keepUpload } from '../conversation/files/keep-upload.write.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openMailing } from './testing/mailing.server.ts'

const mailing = await openMailing()
const { box, sink, flush, act, mailTo } = mailing
const db = () => box.database.primary
beforeEach(() => box.clock.move(3_600_001))
afterAll(() => mailing.close())

let keys = 0
async function sent(owner: Character, ...names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const file = { owner: box.ids[owner], name, type: 'application/octet-stream', at: box.clock.now() }
    ids.push((await keepUpload(db(), file, { key: `key ${++keys}`, size: 122_880, sha256: 'x'.repeat(64) })).id)
  }
  return ids
}

async function withOmar(customer: 'salma' | 'pierre') {
  const ticket = await box.submitted(customer)
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await flush()
  sink.mails.length = 0
  return ticket
}

const last = (who: Character) => mailTo(who).at(-1)!.text!

test('“Please sign the attached form” came without a word of the form', async () => {
  const ticket = await withOmar('pierre')
  const files = await sent('omar', 'form_of_claim.pdf', 'stamp.png')
  await act('reply', 'omar', ticket, { text: 'Please sign the attached form.', files })
  await flush()
  expect(last('pierre')).toContain(
    'Files: form_of_claim.pdf (120 kB) and stamp.png (120 kB). They are on the page of your request.',
  )
  expect(mailTo('pierre').at(-1)!.html).toContain('form_of_claim.pdf (120 kB)')
  await act('reply', 'omar', ticket, { text: 'Did you get it?' })
  await flush()
  expect(last('pierre')).not.toContain('Files')
})

test('an answer’s files are told with it, in Arabic too, in the reminder, and to the customer of a duplicate', async () => {
  const original = await withOmar('salma')
  const duplicate = await box.submitted('pierre')
  await act('mark-duplicate', 'mariam', duplicate, { original })
  await act('propose-solution', 'omar', original, { solution: 'See the form.', files: await sent('omar', 'form.pdf') })
  await act('approve-solution', 'mariam', original)
  await flush()
  expect(last('salma')).toMatch(/الملفات: .*form\.pdf \(120 .*\).*وهي متاحة في صفحة طلبك\./u)
  expect(last('pierre')).toContain('See the form.\n\nFiles: form.pdf (120 kB). They are on the page of your request.')
})

test('staff read what a customer sent; of whom nobody proved, how many', async () => {
  const ticket = await withOmar('pierre')
  const wrote = async () => {
    await act('reply', 'pierre', ticket, { text: 'Here.', files: await sent('pierre', 'scan.pdf', 'www.evil.example') })
    await flush()
    return last('omar')
  }
  expect(await wrote()).toContain('Here.\n\nFiles: scan.pdf (120 kB) and www[.]evil[.]example (120 kB).')
  const proven = (email_verified: boolean) =>
    db().updateTable('users').set({ email_verified }).where('id', '=', box.ids.pierre).execute()
  await proven(false)
  const text = await wrote()
  await proven(true)
  expect(text).toContain('Files: 2.')
  expect(text).not.toMatch(/scan|evil/u)
  await act('note', 'mariam', ticket, { text: 'See this.', files: await sent('mariam', 'contract.pdf') })
  await flush()
  expect(last('omar')).toContain('See this.\n\nFiles: contract.pdf (120 kB).')
})

test('the mail names as many files as may be sent at once; the bell keeps none of their names', async () => {
  const ticket = await withOmar('pierre')
  const names = Array.from({ length: 20 }, (_, nth) => `page-${nth + 1}.txt`)
  await act('reply', 'omar', ticket, { text: 'All of it.', files: await sent('omar', ...names) })
  await flush()
  expect(last('pierre')).toContain('page-20.txt')
  const notices = await db().selectFrom('notice').select('says').where('ticket_number', '=', ticket).execute()
  expect(JSON.stringify(notices)).not.toContain('page-1')
})
