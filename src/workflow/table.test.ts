import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { PersonsVerb as EveryVerb } from '../permissions/may.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../testing/desk.server.ts'
import { openStage, type Situation, type Stage } from '../testing/situations.server.ts'

/** A note is edited by whoever wrote it, from anywhere: see conversation/edit-note.test.ts. */
type PersonsVerb = Exclude<EveryVerb, 'edit-note'>

/**
 * What was asked for, written down by hand and apart from `transitions.ts`: where each action leads from each situation, as status, state of the
 * solution and ending; in brackets the refusal. Reply, note and translate are possible everywhere and change none of it.
 */
const expected = `
situation         | cancel                     | assign                | take                    | give-back
open              | closed none cancelled      | inProgress none       | inProgress none         | (notAllowed)
untaken           | closed none cancelled      | inProgress none       | inProgress none         | (notAllowed)
taken             | closed none cancelled      | inProgress none       | (alreadyTaken)          | inProgress none
inReview          | closed withdrawn cancelled | inProgress inReview   | (alreadyTaken)          | inProgress inReview
returned          | closed returned cancelled  | inProgress returned   | (alreadyTaken)          | inProgress returned
withdrawn         | closed withdrawn cancelled | inProgress withdrawn  | (alreadyTaken)          | inProgress withdrawn
declined          | closed declined cancelled  | inProgress declined   | (alreadyTaken)          | inProgress declined
offered           | (notPossibleNow)           | responded offered     | (notPossibleNow)        | (notPossibleNow)
answered          | (notPossibleNow)           | responded offered     | (notPossibleNow)        | (notPossibleNow)
cancelledOpen     | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notAllowed)
cancelledInReview | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
closedTaken       | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
closedReturned    | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
closedDeclined    | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
closedOffered     | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
silent            | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
accepted          | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
duplicateOpen     | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notAllowed)
duplicateInReview | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)
duplicateOffered  | (notPossibleNow)           | (notPossibleNow)      | (notPossibleNow)        | (notPossibleNow)

situation         | propose-solution      | withdraw-solution     | approve-solution  | return-solution
open              | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
untaken           | inProgress inReview   | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
taken             | inProgress inReview   | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
inReview          | (notPossibleNow)      | inProgress withdrawn  | responded offered | inProgress returned
returned          | inProgress inReview   | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
withdrawn         | inProgress inReview   | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
declined          | inProgress inReview   | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
offered           | (notPossibleNow)      | inProgress withdrawn  | (notPossibleNow)  | (notPossibleNow)
answered          | (notPossibleNow)      | inProgress withdrawn  | (notPossibleNow)  | (notPossibleNow)
cancelledOpen     | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
cancelledInReview | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
closedTaken       | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
closedReturned    | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
closedDeclined    | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
closedOffered     | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
silent            | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
accepted          | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
duplicateOpen     | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
duplicateInReview | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)
duplicateOffered  | (notPossibleNow)      | (notPossibleNow)      | (notPossibleNow)  | (notPossibleNow)

situation         | accept-solution          | decline-solution    | close                 | mark-duplicate
open              | (notPossibleNow)         | (notPossibleNow)    | closed none desk      | duplicate none duplicate
untaken           | (notPossibleNow)         | (notPossibleNow)    | closed none desk      | duplicate none duplicate
taken             | (notPossibleNow)         | (notPossibleNow)    | closed none desk      | duplicate none duplicate
inReview          | (notPossibleNow)         | (notPossibleNow)    | closed withdrawn desk | duplicate withdrawn duplicate
returned          | (notPossibleNow)         | (notPossibleNow)    | closed returned desk  | duplicate returned duplicate
withdrawn         | (notPossibleNow)         | (notPossibleNow)    | closed withdrawn desk | duplicate withdrawn duplicate
declined          | (notPossibleNow)         | (notPossibleNow)    | closed declined desk  | duplicate declined duplicate
offered           | closed accepted accepted | inProgress declined | closed offered desk   | duplicate offered duplicate
answered          | closed accepted accepted | inProgress declined | closed offered desk   | duplicate offered duplicate
cancelledOpen     | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
cancelledInReview | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
closedTaken       | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
closedReturned    | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
closedDeclined    | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
closedOffered     | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
silent            | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
accepted          | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
duplicateOpen     | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
duplicateInReview | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)
duplicateOffered  | (notPossibleNow)         | (notPossibleNow)    | (notPossibleNow)      | (notPossibleNow)

situation         | reopen           | rate                       | reply                         | note                          | translate                     | set-fields
open              | (notPossibleNow) | (notPossibleNow)           | open none                     | open none                     | open none                     | open none
untaken           | (notPossibleNow) | (notPossibleNow)           | inProgress none               | inProgress none               | inProgress none               | inProgress none
taken             | (notPossibleNow) | (notPossibleNow)           | inProgress none               | inProgress none               | inProgress none               | inProgress none
inReview          | (notPossibleNow) | (notPossibleNow)           | inProgress inReview           | inProgress inReview           | inProgress inReview           | inProgress inReview
returned          | (notPossibleNow) | (notPossibleNow)           | inProgress returned           | inProgress returned           | inProgress returned           | inProgress returned
withdrawn         | (notPossibleNow) | (notPossibleNow)           | inProgress withdrawn          | inProgress withdrawn          | inProgress withdrawn          | inProgress withdrawn
declined          | (notPossibleNow) | (notPossibleNow)           | inProgress declined           | inProgress declined           | inProgress declined           | inProgress declined
offered           | (notPossibleNow) | (notPossibleNow)           | responded offered             | responded offered             | responded offered             | responded offered
answered          | (notPossibleNow) | (notPossibleNow)           | responded offered             | responded offered             | responded offered             | responded offered
cancelledOpen     | open none        | closed none cancelled      | closed none cancelled         | closed none cancelled         | closed none cancelled         | closed none cancelled
cancelledInReview | inProgress none  | closed withdrawn cancelled | closed withdrawn cancelled    | closed withdrawn cancelled    | closed withdrawn cancelled    | closed withdrawn cancelled
closedTaken       | inProgress none  | closed none desk           | closed none desk              | closed none desk              | closed none desk              | closed none desk
closedReturned    | inProgress none  | closed returned desk       | closed returned desk          | closed returned desk          | closed returned desk          | closed returned desk
closedDeclined    | inProgress none  | closed declined desk       | closed declined desk          | closed declined desk          | closed declined desk          | closed declined desk
closedOffered     | inProgress none  | closed offered desk        | closed offered desk           | closed offered desk           | closed offered desk           | closed offered desk
silent            | inProgress none  | closed offered silence     | closed offered silence        | closed offered silence        | closed offered silence        | closed offered silence
accepted          | inProgress none  | closed accepted accepted   | closed accepted accepted      | closed accepted accepted      | closed accepted accepted      | closed accepted accepted
duplicateOpen     | open none        | (notPossibleNow)           | duplicate none duplicate      | duplicate none duplicate      | duplicate none duplicate      | duplicate none duplicate
duplicateInReview | inProgress none  | (notPossibleNow)           | duplicate withdrawn duplicate | duplicate withdrawn duplicate | duplicate withdrawn duplicate | duplicate withdrawn duplicate
duplicateOffered  | inProgress none  | (notPossibleNow)           | duplicate offered duplicate   | duplicate offered duplicate   | duplicate offered duplicate   | duplicate offered duplicate
`

let box: TestDesk
let stage: Stage
beforeAll(async () => {
  box = await openTestDesk()
  stage = await openStage(box)
})
afterAll(() => box.close())

describe.each(readTable())('%s', (verb, rows) => {
  test.each(rows)('from %s: %s', async (situation, cell) => {
    const number = await stage.ticketIn(situation)
    const before = await box.rowOf(number)
    const who = whoTries(verb, before.member_id)
    const refused = await codeOf(stage.act(who, verb, number, bodyOf(verb)))
    const after = await box.rowOf(number)
    expect(refused === null ? stateOf(after) : `(${refused})`).toBe(cell)
    expect(await roundOf(number)).toBe(after.solution_state ?? (await roundOf(number)))
    expect(refused === null || isDeepStrictEqual(after, before)).toBe(true)
    expect(await box.eventsOf(number)).toHaveLength(before.seq + (refused === null ? 1 : 0))
  })
})

test('a refusal for the state says what is possible instead', async () => {
  for (const [verb, rows] of readTable())
    for (const [situation] of rows
      .filter(([, cell]) => cell === '(notPossibleNow)' && verb !== 'give-back')
      .slice(0, 3)) {
      const number = await stage.ticketIn(situation)
      const who = whoTries(verb, (await box.rowOf(number)).member_id)
      const refused = await refusalOf(stage.act(who, verb, number, bodyOf(verb)))
      expect(refused).toMatchObject({ status: 409, details: { may: (await box.seenBy(who, number)).may } })
    }
})

test('the table says something of every verb', () => {
  expect(
    readTable()
      .map(([verb]) => verb)
      .toSorted(),
  ).toEqual(Object.keys(bodies).toSorted())
})

const codeOf = (trial: Promise<unknown>): Promise<string | null> =>
  trial.then(
    () => null,
    (refusal: { code?: string }) => refusal.code ?? 'failed',
  )

const stateOf = ({ status, solution_state, ended }: Ticket): string =>
  [status, solution_state ?? 'none', ended].filter(Boolean).join(' ')

/** The state of the last round's own row. */
async function roundOf(number: number): Promise<string | undefined> {
  const rounds = box.database.primary.selectFrom('solution_round').select('state').orderBy('round', 'desc')
  return (await rounds.where('ticket_number', '=', number).executeTakeFirst())?.state
}

function whoTries(verb: PersonsVerb, member: string | null): Character {
  if (['cancel', 'accept-solution', 'decline-solution', 'rate'].includes(verb)) return 'salma'
  return verb === 'give-back' && member !== null ? 'omar' : 'mariam'
}

const reason = { reason: 'There is one.' }
const bodies: Record<PersonsVerb, () => unknown> = {
  cancel: () => ({}),
  assign: () => ({ group: box.groups.billing, member: box.ids.tom }),
  take: () => undefined,
  'give-back': () => ({}),
  'propose-solution': () => ({ solution: 'Like this.' }),
  'withdraw-solution': () => reason,
  'approve-solution': () => ({}),
  'return-solution': () => reason,
  'accept-solution': () => ({}),
  'decline-solution': () => reason,
  close: () => reason,
  'mark-duplicate': () => ({ original: stage.original }),
  reopen: () => reason,
  rate: () => ({ score: 4 }),
  reply: () => ({ text: 'Good to know.' }),
  note: () => ({ text: 'Mind the tone.' }),
  translate: () => ({ field: 'title', language: 'fr', text: 'Bonjour' }),
  'set-fields': () => ({ fields: {} }),
}
const bodyOf = (verb: PersonsVerb) => bodies[verb]()

function readTable(): [PersonsVerb, [Situation, string][]][] {
  const blocks = expected.trim().split('\n\n')
  return blocks.flatMap((block) => {
    const [head, ...rows] = block.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
    return head!
      .slice(1)
      .map((verb, column): [PersonsVerb, [Situation, string][]] => [
        verb as PersonsVerb,
        rows.map((row) => [row[0] as Situation, row[column + 1]!]),
      ])
  })
}
