import { afterAll, beforeAll, expect, test } from 'vitest'
import { interactionNamed, listenersTo } from '../../interactions/index.ts'
import { runTelling } from '../../interactions/run-telling.server.ts'
import { verifyAll } from '../../start/verify/verify-all.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { everyRow } from './testing/every-row.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('a colleague’s “Dear Erin” stayed on the tickets of a customer who was erased', async () => {
  const erin = { name: 'Erin مريم Mark', email: 'erin@example.com', roles: ['customer'], password: 'a long password' }
  const { id } = (await web.post('adam', '/api/v1/users', erin)).body
  const request = { title: 'The gate', description: 'She called about it.', customer: erin.email }
  const { number } = (await web.post('mariam', '/api/v1/tickets', request)).body
  const path = `/api/v1/tickets/${number}`
  const said = 'Dear Erin, please mark the gate. مرحبًا مريم، والرد لمريم. Erinnerung: Mark’s gate, erin@example.com.'
  const left = 'Dear Erased, please mark the gate. مرحبًا Erased، والرد لErased. Erinnerung: Erased’s gate, Erased.'
  const answers = [
    await web.post('mariam', `${path}/reply`, { text: said }),
    await web.post('mariam', `${path}/note`, { text: 'Erin is cross' }),
    await web.post('mariam', `${path}/take`),
    await web.post('mariam', `${path}/propose-solution`, { solution: { source: 'en', texts: { en: said, ar: said } } }),
    await web.post('lina', `${path}/approve-solution`, { solution: `${said} It is open.` }),
    await web.ask('mariam', 'PUT', `${path}/drafts/reply`, { text: said }),
  ]
  for (const event of await web.eventsOf(number))
    for (const name of listenersTo(event.happened as never))
      if (interactionNamed(name)) await runTelling(web.desk, { interaction: name, ticket: number, event: event.id })
  expect((await web.post('adam', `/api/v1/users/${id}/erase`, { confirm: erin.email })).status).toBe(200)
  const shown = JSON.stringify([
    (await web.get('mariam', path)).body,
    (await web.get('mariam', `${path}/conversation`)).body,
    (await web.get('mariam', `${path}/history`)).body,
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(({ status }) => (status < 300 ? status : 200)))
  expect(shown).toContain(`"${left}"`)
  expect(shown).toContain('"Erased is cross"')
  const rows = (await everyRow(web.database.primary)).filter((line) => /Erin(?!n)|مريم|\bMark\b|erin@/.test(line))
  expect(rows.map((line) => line.slice(0, 200))).toEqual([])
  const findings = await verifyAll(web.database.primary, listenersTo)
  expect(findings.flatMap(({ differences }) => differences)).toEqual([])
})

test('a name beside other letters of Chinese, Japanese or Korean was not found; a Latin one among them neither', async () => {
  const told: [name: string, said: string, left: string][] = [
    ['王小明', '王小明您好，给王小明打电话。', 'Erased您好，给Erased打电话。'],
    ['王 小明', '王小明您好，小明说。', 'Erased您好，Erased说。'],
    ['田中', '田中さんは来ますか。', 'Erasedさんは来ますか。'],
    ['김민준', '김민준님께 드립니다.', 'Erased님께 드립니다.'],
    ['สมชาย', 'คุณสมชายครับ', 'คุณErasedครับ'],
    ['Alina', '给Alina打电话, not Alinas or xAlina.', '给Erased打电话, not Alinas or xAlina.'],
    ['李', '李子 are plums', '李子 are plums'],
  ]
  for (const [index, [name, said, left]] of told.entries()) {
    const person = { name, email: `unspaced${index}@example.com`, roles: ['customer'], password: 'a long password' }
    const { id } = (await web.post('adam', '/api/v1/users', person)).body
    const request = { title: 'The gate', description: 'It is shut.', customer: person.email }
    const { number } = (await web.post('mariam', '/api/v1/tickets', request)).body
    await web.post('mariam', `/api/v1/tickets/${number}/reply`, { text: said })
    expect((await web.post('adam', `/api/v1/users/${id}/erase`, { confirm: person.email })).status).toBe(200)
    expect(JSON.stringify((await web.get('mariam', `/api/v1/tickets/${number}/conversation`)).body)).toContain(
      `"${left}"`,
    )
  }
})
