import { expect, test } from 'vitest'
import { refusalOf } from '../testing/desk.server.ts'
import { setStage } from '../testing/set-stage.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { once } from './once.write.server.ts'
import type { Desk } from './desk.server.ts'

const stage = setStage()

const request = { title: 'No delivery note', description: 'It is missing.', language: 'en' }
const claim = (key: string, body: unknown = request) => ({ method: 'POST', path: '/api/v1/tickets', key, body })
const count = async () => {
  const { rows } = await stage.box.database.pool.query<{ count: number }>('select count(*) from ticket')
  return rows[0]!.count
}
const submits = async (key: string, who: 'salma' | 'pierre' = 'salma', body: object = request) => {
  const person = await stage.box.person(who)
  return once(stage.box.desk, person, claim(key, body), async (desk) => ({
    number: await submitTicket(desk, person, body),
  }))
}

test('fifty at once with one key make one ticket, and all hear of the same', async () => {
  const before = await count()
  const answers = await Promise.all(Array.from({ length: 50 }, () => submits('fifty')))
  expect(await count()).toBe(before + 1)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('a repeat long after hears the same', async () => {
  const first = await submits('later')
  stage.box.clock.moveDays(6)
  expect(await submits('later')).toEqual(first)
})

test('another body with the same key is refused, and makes nothing', async () => {
  await submits('body')
  const before = await count()
  expect(await refusalOf(submits('body', 'salma', { ...request, title: 'Another' }))).toMatchObject({
    code: 'keyReused',
    status: 422,
  })
  expect(await count()).toBe(before)
})

test('a key is one person’s own: each repeat hears of their own', async () => {
  const [hers, his] = [await submits('shared'), await submits('shared', 'pierre')]
  expect(his).not.toEqual(hers)
  expect([await submits('shared'), await submits('shared', 'pierre')]).toEqual([hers, his])
})

test('a refusal is not kept: the same key may try again, and say it better', async () => {
  expect(await refusalOf(submits('wrong', 'salma', { title: '' }))).toMatchObject({ status: 422 })
  expect(await submits('wrong')).toEqual({ number: expect.any(Number) })
})

test('of many at once of which the first fails, one of the others does it', async () => {
  let tries = 0
  const person = await stage.box.person('salma')
  const work = async (desk: Desk) => {
    if (tries++ === 0) throw new Error('power cut')
    return submitTicket(desk, person, request)
  }
  const runs = await Promise.allSettled(
    Array.from({ length: 5 }, () => once(stage.box.desk, person, claim('cut'), work)),
  )
  expect(runs.filter((run) => run.status === 'rejected')).toHaveLength(1)
  expect(new Set(runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value] : []))).size).toBe(1)
  expect(tries).toBe(2)
})

test('a key is 1 to 200 printable characters, and the refusal of another says what is wrong with it', async () => {
  const wrong = [
    ['', 'required'],
    ['ü', 'notText'],
    ['a\n', 'notText'],
    ['x'.repeat(201), 'tooLong'],
  ] as const
  for (const [key, code] of wrong)
    expect(await refusalOf(submits(key))).toMatchObject({ details: { errors: [{ field: 'Idempotency-Key', code }] } })
  await submits('~'.repeat(200))
})
