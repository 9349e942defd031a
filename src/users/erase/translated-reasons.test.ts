import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAll } from '../../start/verify/verify-all.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { everyRow } from './testing/every-row.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('of someone who is erased, a reason’s translations share its fate: among staff it goes, what a customer was told stays', async () => {
  const body = { title: 'La facture', description: 'Elle est vide.' }
  const number: number = (await web.post('pierre', '/api/v1/tickets', body)).body.number
  const path = `/api/v1/tickets/${number}`
  const act = async (who: Character, verb: string, given: object = {}) =>
    expect([verb, (await web.post(who, `${path}/${verb}`, given)).status]).toEqual([verb, 200])
  const translateLast = async (text: string) => {
    const field = `reason:${(await web.eventsOf(number)).at(-1)!.seq}`
    await act('mariam', 'translate', { field, language: 'ar', text: 'ترجمة أولى omarmark pierremark' })
    await act('mariam', 'translate', { field, language: 'ar', text })
    await act('mariam', 'translate', { field, language: 'zh', text })
  }
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.omar}`, { name: 'omarmark', email: 'omar@example.com' })
  await act('mariam', 'assign', { group: web.groups.documents, member: web.ids.omar })
  await act('omar', 'propose-solution', { solution: 'Try the link' })
  await act('omar', 'withdraw-solution', { reason: 'Wrong link, omarmark' })
  await translateLast('رابط خاطئ، omarmark')
  await act('omar', 'propose-solution', { solution: 'Try it again' })
  await act('mariam', 'return-solution', { reason: `[@omarmark](mention:${web.ids.omar}) knows better` })
  await act('omar', 'propose-solution', { solution: 'Try the other link' })
  await act('mariam', 'approve-solution')
  await act('omar', 'withdraw-solution', { reason: 'It expires, omarmark' })
  await translateLast('ينتهي، omarmark')
  await act('omar', 'propose-solution', { solution: 'It is attached' })
  await act('mariam', 'approve-solution')
  await act('pierre', 'decline-solution', { reason: 'Rien, pierremark' })
  await translateLast('لا شيء، pierremark')

  const erase = (who: 'omar' | 'pierre') =>
    web.post('adam', `/api/v1/users/${web.ids[who]}/erase`, { confirm: `${who}@example.com` })
  const reasons = async () => {
    const { items } = (await web.get('mariam', `${path}/history`)).body
    return items.flatMap(({ reason }: { reason?: { texts: Record<string, { text: string }> } }) =>
      reason ? [['ar', 'zh'].map((language) => reason.texts[language]?.text)] : [],
    )
  }
  const left = async (mark: string) => (await everyRow(web.database.primary)).filter((line) => line.includes(mark))
  const differences = async () =>
    (await verifyAll(web.database.primary, () => [])).flatMap((found) => found.differences)

  expect((await erase('omar')).status).toBe(200)
  expect(await reasons()).toEqual([
    ['محذوف', undefined],
    [undefined, undefined],
    ['ينتهي، Erased', 'ينتهي، Erased'],
    ['لا شيء، pierremark', 'لا شيء، pierremark'],
  ])
  expect((await left('omarmark')).filter((line) => line.startsWith('public.solution_round'))).toEqual([])
  expect(await differences()).toEqual([])

  expect((await erase('pierre')).status).toBe(200)
  expect((await reasons()).at(-1)).toEqual(['محذوف', undefined])
  expect(await left('رابط خاطئ')).toEqual([])
  expect(await left('لا شيء')).toEqual([])
  expect(await differences()).toEqual([])
  // what stands there now is translated like any other
  const field = `reason:${(await web.eventsOf(number)).findLast(({ happened }) => happened === 'solutionDeclined')!.seq}`
  await act('mariam', 'translate', { field, language: 'zh', text: '已删除' })
  expect((await reasons()).at(-1)).toEqual(['محذوف', '已删除'])
  expect(await differences()).toEqual([])
})
