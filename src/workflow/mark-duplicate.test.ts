import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

const mark = (number: number, original: number, more: object = {}) =>
  stage.act('mariam', 'mark-duplicate', number, { original, ...more })
const errors = async (number: number, original: unknown) =>
  (await stage.refused('mariam', 'mark-duplicate', number, { original })).details

test('joins a ticket with its original and ends it', async () => {
  const number = await stage.ticketIn('inReview')
  await mark(number, stage.original)
  const { at, ...last } = await stage.last(number)
  expect(last).toEqual({ happened: 'ticketMarkedDuplicate', by: 'mariam', details: { original: stage.original } })
  expect(await stage.row(number)).toMatchObject({
    status: 'duplicate',
    ended: 'duplicate',
    duplicate_of: stage.original,
    closed_at: at,
    solution_state: 'withdrawn',
  })
  expect(await stage.rounds(number)).toMatchObject([{ state: 'withdrawn' }])
})

test('its customer sees the path of the original and nothing else of it', async () => {
  const original = await stage.box.submitted('pierre', 'My flamingo is pink')
  const number = await stage.ticketIn('open')
  await mark(number, original)
  await stage.act('mariam', 'assign', original, { group: stage.box.groups.documents })
  const { at } = await stage.last(original)
  const seen = await stage.box.seenBy('salma', number)
  expect(seen.original).toMatchObject({ number: original, status: 'inProgress', since: at.toISOString() })
  expect(JSON.stringify(seen)).not.toMatch(/flamingo|Pierre|Documents/)
})

test('an original is another, there, and no duplicate itself: the refusal names the root', async () => {
  const [number, duplicate] = [await stage.ticketIn('open'), await stage.ticketIn('duplicateOpen')]
  expect(await errors(number, number)).toMatchObject({ errors: [{ field: 'original', code: 'itself' }] })
  expect(await errors(number, 999_999)).toMatchObject({ errors: [{ field: 'original', code: 'notInList' }] })
  expect(await errors(number, duplicate)).toMatchObject({
    errors: [{ field: 'original', code: 'isDuplicate', root: stage.original }],
  })
  expect(await errors(number, `${stage.original}`)).toMatchObject({
    errors: [{ field: 'original', code: 'wrongType' }],
  })
})

test('an original is not marked as a duplicate of what was joined with it', async () => {
  const [a, b] = [await stage.ticketIn('open'), await stage.ticketIn('open')]
  await mark(a, b)
  expect(await stage.refused('mariam', 'mark-duplicate', b, { original: a })).toMatchObject({
    code: 'duplicateCircle',
    status: 422,
    details: { variables: { root: b } },
  })
})

test('what was joined with it moves along to the new root', async () => {
  const [a, b, c, root] = await Promise.all([1, 2, 3, 4].map(() => stage.box.submitted()))
  await mark(a!, c!)
  await mark(b!, c!)
  await mark(c!, root!)
  for (const follower of [a!, b!]) {
    expect(await stage.row(follower)).toMatchObject({ duplicate_of: root })
    expect(await stage.last(follower)).toMatchObject({
      happened: 'duplicateMoved',
      by: 'mariam',
      details: { original: root, from: c },
    })
  }
})

test('a mark that is taken back brings those back that moved along, and nobody else', async () => {
  const [a, b, other, root, further] = await Promise.all([1, 2, 3, 4, 5].map(() => stage.box.submitted()))
  await mark(b!, a!)
  await mark(other!, root!)
  await mark(a!, root!)
  await mark(root!, further!)
  await stage.act('mariam', 'reopen', a!, { reason: 'That was another ticket.' })
  expect(await stage.row(b!)).toMatchObject({ status: 'duplicate', duplicate_of: a })
  expect(await stage.last(b!)).toMatchObject({
    happened: 'duplicateReturned',
    by: 'mariam',
    details: { original: a, from: further },
  })
  expect(await stage.row(other!)).toMatchObject({ duplicate_of: further })
  await stage.act('mariam', 'reopen', root!, { reason: 'So was this.' })
  expect(await stage.row(other!)).toMatchObject({ duplicate_of: root })
  expect(await stage.row(b!)).toMatchObject({ duplicate_of: a })
})

test('a customer who reopens a ticket that was joined speaks for it alone: what moved along stays where it is', async () => {
  const [a, b, root] = await Promise.all([1, 2, 3].map(() => stage.box.submitted()))
  await mark(b!, a!)
  await mark(a!, root!)
  await stage.act('salma', 'reopen', a!, { reason: 'Mine is different.' })
  expect(await stage.row(b!)).toMatchObject({ duplicate_of: root })
})

test('what was joined with the ticket meanwhile hangs on it still when a mark is taken back while another joins', async () => {
  const [a, b, c, root] = await Promise.all([1, 2, 3, 4].map(() => stage.box.submitted()))
  await mark(b!, a!)
  await mark(a!, root!)
  await Promise.all([
    stage.act('mariam', 'reopen', a!, { reason: 'That was another ticket.' }),
    stage.act('lina', 'mark-duplicate', c!, { original: root }),
  ])
  expect(await stage.row(b!)).toMatchObject({ duplicate_of: a })
  expect(await stage.row(c!)).toMatchObject({ duplicate_of: root })
})
