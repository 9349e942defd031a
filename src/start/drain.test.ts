import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustStart } from '../testing/faults/processes.server.ts'
import { openScene, type Scene } from '../testing/faults/scene.server.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene?.close())

test('asked to stop, a server answers what it was asked before, says that it is not ready, and ends by itself', async () => {
  const number = await scene.submitted()
  const server = await mustStart('server', scene.environment)
  const holder = new pg.Client({ connectionString: scene.url })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from ticket where number = $1 for update', [number])
  const pages = await fetch(`${server.address}/api/v1/live`, { headers: { cookie: scene.cookies.get('mariam')! } })
  const asked = fetch(`${server.address}/api/v1/tickets/${number}/reply`, {
    method: 'POST',
    headers: { cookie: scene.cookies.get('salma')!, origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'In the middle of it.' }),
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  server.child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 700))
  // an open page ends at once: it asks again, and another server answers
  await expect(pages.text()).resolves.toContain('catchUp')
  await holder.query('commit')
  await holder.end()
  expect((await asked).status).toBe(200)
  expect(await server.ended).toBe(0)
  expect(await scene.number(`select count(*) from message where ticket_number = ${number}`)).toBe(1)
})
