import { afterAll, beforeAll, expect, test } from 'vitest'
import { ticketVerbs } from '../start/verbs.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { openStage, type Situation, type Stage } from '../testing/situations.server.ts'
import type { PersonsVerb } from './may.ts'

/**
 * Who may do what, by hand. The ticket is Salma's; it lies with Documents (Omar and Jana), and Omar has it and wrote the
 * solution. Columns: her own customer, another customer, who has it, another of the group, one of another group, the desk,
 * an administrator. + may; - may not (403) on something seen; . does not see it at all (404).
 */
const grid = `
                  | salma | pierre | omar | jana | tom | mariam | adam
cancel            |   +   |   .    |  -   |  -   |  .  |   -    |  -
assign            |   -   |   .    |  -   |  -   |  .  |   +    |  -
take              |   -   |   .    |  +   |  +   |  .  |   +    |  -
give-back         |   -   |   .    |  +   |  -   |  .  |   -    |  -
propose-solution  |   -   |   .    |  +   |  -   |  .  |   +    |  -
withdraw-solution |   -   |   .    |  +   |  -   |  .  |   +    |  -
approve-solution  |   -   |   .    |  -   |  -   |  .  |   +    |  -
return-solution   |   -   |   .    |  -   |  -   |  .  |   +    |  -
accept-solution   |   +   |   .    |  -   |  -   |  .  |   -    |  -
decline-solution  |   +   |   .    |  -   |  -   |  .  |   -    |  -
close             |   -   |   .    |  -   |  -   |  .  |   +    |  -
mark-duplicate    |   -   |   .    |  -   |  -   |  .  |   +    |  -
reopen            |   +   |   .    |  -   |  -   |  .  |   +    |  -
rate              |   +   |   .    |  -   |  -   |  .  |   -    |  -
reply             |   +   |   .    |  +   |  +   |  .  |   +    |  -
note              |   -   |   .    |  +   |  +   |  .  |   +    |  -
translate         |   +   |   .    |  +   |  +   |  .  |   +    |  -
`

/** Where the ticket lies with the Support Desk and nobody has it, representatives see nothing of it. */
const seen: Record<'open' | 'inReview', Record<Character, boolean>> = {
  open: { salma: true, pierre: false, omar: false, jana: false, tom: false, mariam: true, lina: true, adam: true },
  inReview: { salma: true, pierre: false, omar: true, jana: true, tom: false, mariam: true, lina: true, adam: true },
}

let box: TestDesk
let stage: Stage
beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
})
afterAll(() => box.close())

test.each(['taken', 'inReview', 'offered', 'accepted', 'duplicateInReview'] satisfies Situation[])(
  'rights do not depend on where it stands: %s',
  async (situation) => {
    const number = await stage.ticketIn(situation)
    for (const [verb, cells] of readGrid())
      for (const [who, cell] of cells) {
        const right = await rightOf(who, verb, number)
        expect(`${verb} by ${who}: ${right}`).toBe(`${verb} by ${who}: ${cell}`)
      }
  },
)

test('who sees a ticket reads it; the others hear that there is none, like for a number that was never given', async () => {
  for (const situation of ['open', 'inReview'] as const) {
    const number = await stage.ticketIn(situation)
    for (const [who, sees] of Object.entries(seen[situation]) as [Character, boolean][]) {
      const answer = await box.seenBy(who, number).then(
        (ticket) => ticket.number,
        (refusal: unknown) => refusal,
      )
      expect(answer).toEqual(sees ? number : await refusalOf(box.seenBy(who, 999_999)))
    }
  }
})

test('staff among their own read notes; who is customer and staff at once is staff', async () => {
  const number = await stage.ticketIn('open')
  expect((await box.seenBy('salma', number)).side).toBe('customer')
  for (const who of ['mariam', 'adam'] as const) expect((await box.seenBy(who, number)).side).toBe('staff')
  await box.database.primary
    .insertInto('user_role')
    .values({ user_id: box.ids.salma, role_key: 'administrator' })
    .execute()
  expect((await box.seenBy('salma', number)).side).toBe('staff')
  await box.database.primary
    .deleteFrom('user_role')
    .where('user_id', '=', box.ids.salma)
    .where('role_key', '=', 'administrator')
    .execute()
})

test('a right over one’s own tickets is none over those that one sees as staff', async () => {
  const db = box.database.primary
  await db.insertInto('user_role').values({ user_id: box.ids.jana, role_key: 'customer' }).execute()
  const jana = await box.person('jana')
  const tries = (verb: PersonsVerb, number: number) =>
    refusalOf(ticketVerbs[verb](box.desk, jana, number, { nonsense: true }))
  for (const situation of ['inReview', 'offered', 'accepted'] as const) {
    const number = await stage.ticketIn(situation)
    for (const verb of ['cancel', 'accept-solution', 'decline-solution', 'rate', 'reopen'] as const)
      expect([verb, (await tries(verb, number)).status]).toEqual([verb, 403])
  }
  const own = await box.submitted('jana')
  for (const verb of ['cancel', 'accept-solution', 'decline-solution', 'rate', 'reopen'] as const)
    expect([verb, (await tries(verb, own)).status]).toEqual([verb, 422])
  await db.deleteFrom('user_role').where('user_id', '=', box.ids.jana).where('role_key', '=', 'customer').execute()
})

test('who may review reviews others; alone they may review themselves, and the event says so', async () => {
  const db = box.database.primary
  const number = await stage.ticketIn('taken')
  await stage.act('mariam', 'propose-solution', number, { solution: 'Mine.' })
  expect(await refusalOf(stage.act('mariam', 'approve-solution', number))).toMatchObject({
    code: 'ownSolution',
    status: 403,
  })
  await db.updateTable('users').set({ active: false }).where('id', '=', box.ids.lina).execute()
  await stage.act('mariam', 'approve-solution', number)
  expect((await box.eventsOf(number)).at(-1)).toMatchObject({
    happened: 'solutionApproved',
    details: { selfReviewed: true },
  })
  expect((await box.seenBy('adam', number)).solution?.rounds[0]).toMatchObject({
    selfReviewed: true,
    reviewedBy: { name: 'Mariam Al-Najjar' },
  })
  await db.updateTable('users').set({ active: true }).where('id', '=', box.ids.lina).execute()
})

/** The body comes after the right: with one that is wrong, a right is told from its lack and nothing changes. */
async function rightOf(who: Character, verb: PersonsVerb, number: number): Promise<string> {
  const before = (await box.rowOf(number)).seq
  const { status } = await refusalOf(stage.act(who, verb, number, { nonsense: true }))
  expect((await box.rowOf(number)).seq).toBe(before)
  return { 404: '.', 403: '-', 422: '+' }[status] ?? String(status)
}

function readGrid(): [PersonsVerb, [Character, string][]][] {
  const [head, ...rows] = grid
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const names = head!.filter(Boolean) as Character[]
  return rows.map((row) => [row[0] as PersonsVerb, names.map((name, index) => [name, row[index + 1]!])])
}
