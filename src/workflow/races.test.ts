import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../entities/person/actor.ts'
import type { PersonsVerb } from '../permissions/may.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { inJson, replayed } from '../testing/replay.ts'
import { openStage, type Situation, type Stage } from '../testing/situations.server.ts'
import { changeGroup } from '../groups/change-group.write.server.ts'
import { fallDue } from './fall-due.server.ts'
import { releaseTickets } from './release.server.ts'

const rounds = Number(process.env['RACES'] ?? 20)

let box: TestDesk
let stage: Stage
beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
})
afterAll(() => box.close())

type Runner = [who: Character, verb: PersonsVerb, body?: (version: number) => unknown]
const reason = () => ({ reason: 'There is one.' })
const solution = () => ({ solution: 'Like this.' })
/** As pages do it: with what was seen. */
const giveTo = (who: Character) => (version: number) => ({ group: box.groups.documents, member: box.ids[who], version })
const toDocuments = () => ({ group: box.groups.documents, member: box.ids.jana })

/** Of two that cannot both be, one wins, and the other hears that the ticket has moved on. */
const exclusive: [string, Situation, Runner, Runner][] = [
  ['both take', 'untaken', ['omar', 'take'], ['jana', 'take']],
  ['both assign', 'untaken', ['mariam', 'assign', giveTo('jana')], ['lina', 'assign', giveTo('omar')]],
  ['assign and take', 'untaken', ['mariam', 'assign', giveTo('jana')], ['omar', 'take']],
  ['both propose', 'taken', ['omar', 'propose-solution', solution], ['mariam', 'propose-solution', solution]],
  ['withdraw and return', 'inReview', ['omar', 'withdraw-solution', reason], ['lina', 'return-solution', reason]],
  ['approve and return', 'inReview', ['mariam', 'approve-solution'], ['lina', 'return-solution', reason]],
  ['both approve', 'inReview', ['mariam', 'approve-solution'], ['lina', 'approve-solution']],
  ['accept and withdraw', 'offered', ['salma', 'accept-solution'], ['omar', 'withdraw-solution', reason]],
  ['accept and decline', 'offered', ['salma', 'accept-solution'], ['salma', 'decline-solution', reason]],
  ['accept and close', 'offered', ['salma', 'accept-solution'], ['mariam', 'close', reason]],
  [
    'cancel and mark duplicate',
    'open',
    ['salma', 'cancel'],
    ['mariam', 'mark-duplicate', () => ({ original: stage.original })],
  ],
  ['both reopen', 'accepted', ['salma', 'reopen', reason], ['mariam', 'reopen', reason]],
  ['reopen and approve', 'cancelledInReview', ['salma', 'reopen', reason], ['mariam', 'approve-solution']],
]

describe('of two at once, one wins', () => {
  test.each(exclusive)('%s', async (_name, situation, one, other) => {
    for (let round = 0; round < rounds; round++) {
      const number = await stage.ticketIn(situation)
      const { version } = await box.rowOf(number)
      const runs = (round % 2 ? [one, other] : [other, one]).map(([who, verb, body]) =>
        stage.act(who, verb, number, body?.(version)),
      )
      expect(await loserOf(runs)).toMatchObject({ status: 409 })
      expect(await faultsIn(number)).toEqual([])
    }
  })

  test('what both saw is decided once: with a version, even two that could follow each other', async () => {
    for (let round = 0; round < rounds; round++) {
      const number = await stage.ticketIn('offered')
      const { version } = await box.rowOf(number)
      expect(
        await loserOf([
          stage.act('salma', 'decline-solution', number, { ...reason(), version }),
          stage.act('mariam', 'reply', number, { text: 'One more thing.', version }),
        ]),
      ).toMatchObject({ status: 409 })
      expect(await faultsIn(number)).toEqual([])
    }
  })

  test('accepting and closing by silence', async () => {
    for (let round = 0; round < rounds; round++) {
      const number = await stage.ticketIn('offered')
      box.clock.moveDays(4)
      await fallDue(box.desk)
      box.clock.moveDays(4)
      const [accepted] = await Promise.allSettled([
        stage.act('salma', 'accept-solution', number),
        fallDue(box.desk),
        fallDue(box.desk),
      ])
      const { ended } = await box.rowOf(number)
      expect(ended).toBe(accepted.status === 'fulfilled' ? 'accepted' : 'silence')
      expect(accepted.status === 'rejected' ? accepted.reason : { status: 409 }).toMatchObject({ status: 409 })
      expect(await faultsIn(number)).toEqual([])
    }
  })
})

describe('marking duplicates', () => {
  const mark = (number: number, original: number) => stage.act('mariam', 'mark-duplicate', number, { original })

  test('crosswise: one is the original, the other mark is refused', async () => {
    for (let round = 0; round < rounds; round++) {
      const [a, b] = [await box.submitted(), await box.submitted('pierre')]
      const runs = await Promise.allSettled([mark(a, b), mark(b, a)])
      const refused = runs.filter((run) => run.status === 'rejected')
      expect(refused.map((run) => run.reason)).toEqual([
        expect.objectContaining({ code: 'duplicateCircle', status: 422 }),
      ])
      expect(await faultsIn(a)).toEqual([])
      expect(await faultsIn(b)).toEqual([])
    }
  })

  test('while the followers move, one more joins or one is reopened', async () => {
    for (let round = 0; round < rounds; round++) {
      const [root, a, b, c] = [
        await box.submitted(),
        await box.submitted(),
        await box.submitted(),
        await box.submitted(),
      ]
      await mark(b, a)
      const runs = await Promise.allSettled([
        mark(a, root),
        mark(c, a),
        mark(c, b),
        stage.act('mariam', 'reopen', b, reason()),
      ])
      const lost = runs.flatMap((run) => (run.status === 'rejected' ? [run.reason as { status?: number }] : []))
      expect(lost.filter(({ status }) => status !== 409 && status !== 422)).toEqual([])
      for (const number of [root, a, b, c]) {
        expect(await faultsIn(number)).toEqual([])
        const { duplicate_of } = await box.rowOf(number)
        const original = duplicate_of === null ? null : await box.rowOf(duplicate_of)
        expect(original?.duplicate_of ?? null).toBeNull()
      }
    }
  })
})

describe('leaving', () => {
  const deactivate = (member: Character) =>
    box.desk.change(system, async (change) => {
      await change.db.updateTable('users').set({ active: false }).where('id', '=', box.ids[member]).execute()
      await releaseTickets(change, box.ids[member])
    })

  test.each<[string, Situation, Runner]>([
    ['taking', 'untaken', ['jana', 'take']],
    ['being given', 'open', ['mariam', 'assign', toDocuments]],
  ])(
    '%s a ticket while one is deactivated leaves it with nobody who is not there',
    async (_name, situation, [who, verb, body]) => {
      for (let round = 0; round < rounds; round++) {
        const number = await stage.ticketIn(situation)
        const runs = await Promise.allSettled([stage.act(who, verb, number, body?.(1)), deactivate('jana')])
        expect(runs[1].status).toBe('fulfilled')
        expect(runs[0].status === 'rejected' ? runs[0].reason : { status: 403 }).toHaveProperty('status')
        expect((await box.rowOf(number)).member_id).toBeNull()
        expect(await faultsIn(number)).toEqual([])
        await box.database.primary.updateTable('users').set({ active: true }).where('id', '=', box.ids.jana).execute()
      }
    },
  )
})

test('taking another group’s ticket while one leaves the Support Desk leaves it with nobody who cannot work on it', async () => {
  const { desk, groups, ids } = box
  const adam = await box.person('adam')
  const setDesk = (members: string[]) => changeGroup(desk, adam, groups.supportDesk, { members }, '192.0.2.44')
  for (let round = 0; round < rounds; round++) {
    const number = await stage.ticketIn('untaken')
    const runs = await Promise.allSettled([stage.act('mariam', 'take', number), setDesk([ids.lina])])
    expect(runs[1].status).toBe('fulfilled')
    expect(runs[0].status === 'rejected' ? runs[0].reason : { status: 403 }).toMatchObject({ status: 403 })
    expect((await box.rowOf(number)).member_id).toBeNull()
    expect(await faultsIn(number)).toEqual([])
    await setDesk([ids.lina, ids.mariam])
  }
})

test('replies at once all arrive, each as an event of its own', async () => {
  const number = await stage.ticketIn('offered')
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => stage.act('salma', 'reply', number, { text: `Word ${index}` })),
  )
  expect((await box.eventsOf(number)).filter((event) => event.happened === 'replyAdded')).toHaveLength(30)
  expect(await faultsIn(number)).toEqual([])
})

test('a batch of tellings that writes about many tickets holds up nobody who works on them', async () => {
  const number = await stage.ticketIn('untaken')
  await box.database.primary.transaction().execute(async (telling) => {
    // what a notice's reference to its ticket does until the batch is committed
    await telling.selectFrom('ticket').select('number').where('number', '=', number).forKeyShare().execute()
    await stage.act('omar', 'take', number)
  })
  expect((await box.rowOf(number)).member_id).toBe(box.ids.omar)
})

async function loserOf(runs: Promise<unknown>[]): Promise<unknown> {
  const results = await Promise.allSettled(runs)
  const lost = results.filter((result) => result.status === 'rejected')
  return lost.length === 1 ? lost[0]!.reason : `${lost.length} of ${runs.length} lost`
}

/** Its events are gap-free and say what the row is; what is not so. */
async function faultsIn(number: number): Promise<string[]> {
  const [row, events] = [await box.rowOf(number), await box.eventsOf(number)]
  const gaps = events
    .filter((event, index) => event.seq !== index + 1)
    .map((event) => `event ${event.seq} is out of place`)
  const [kept, told] = [inJson(row), replayed(events)]
  const differing = Object.keys({ ...kept, ...told }).filter(
    (column) => JSON.stringify(kept[column]) !== JSON.stringify(told[column]),
  )
  return [...gaps, ...differing.map((column) => `${column} is not what its events say`)]
}
