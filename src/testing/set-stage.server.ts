import { afterAll, beforeAll } from 'vitest'
import type { PersonsVerb } from '../permissions/may.ts'
import type { Character } from './cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from './desk.server.ts'
import { openStage, type Situation, type Stage } from './situations.server.ts'

/** A desk with its cast for one test file, and short words for what a sentence about a verb needs. */
export function setStage() {
  let box: TestDesk
  let stage: Stage
  beforeAll(async () => {
    box = await openTestDesk()
    stage = await openStage(box)
  })
  afterAll(() => box.close())

  const nameOf = (id: string | null) => Object.entries(box.ids).find(([, known]) => known === id)?.[0] ?? null
  return {
    get box() {
      return box
    },
    get original() {
      return stage.original
    },
    ticketIn: (situation: Situation) => stage.ticketIn(situation),
    act: (who: Character, verb: PersonsVerb, number: number, body?: unknown) => stage.act(who, verb, number, body),
    refused: (who: Character, verb: PersonsVerb, number: number, body?: unknown) =>
      refusalOf(stage.act(who, verb, number, body)),
    row: (number: number) => box.rowOf(number),
    rounds: (number: number) =>
      box.database.primary
        .selectFrom('solution_round')
        .selectAll()
        .where('ticket_number', '=', number)
        .orderBy('round')
        .execute(),
    /** The last event: what happened, by whom (null: the system), when, with what. */
    async last(number: number) {
      const { happened, actor_id, at, details } = (await box.eventsOf(number)).at(-1)!
      return { happened, by: nameOf(actor_id), at, details }
    },
  }
}
