import type { Person } from '../entities/person/actor.ts'
import type { PersonsVerb } from '../permissions/may.ts'
import { ticketVerbs } from '../start/verbs.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import type { Character } from './cast.server.ts'
import type { TestDesk } from './desk.server.ts'

/** Every status with every state of the solution that a ticket can come to, by a name that tells its story. */
export const situations = [
  // first, since the days that it takes close what else is offered
  'silent',
  'open',
  'untaken',
  'taken',
  'inReview',
  'returned',
  'withdrawn',
  'declined',
  'offered',
  'answered',
  'cancelledOpen',
  'cancelledInReview',
  'closedTaken',
  'closedReturned',
  'closedDeclined',
  'closedOffered',
  'accepted',
  'duplicateOpen',
  'duplicateInReview',
  'duplicateOffered',
] as const

export type Situation = (typeof situations)[number]

/** The whole cast, loaded once, and every verb by its name. */
export async function openStage(box: TestDesk) {
  const names = Object.keys(box.ids) as Character[]
  const people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await box.person(name)] as const)),
  ) as Record<Character, Person>
  const act = (who: Character, verb: PersonsVerb, number: number, body?: unknown) =>
    ticketVerbs[verb](box.desk, people[who], number, body)
  const original = await box.submitted('pierre')

  /** A ticket of Salma's with Omar of Documents, in the given situation. */
  async function ticketIn(situation: Situation): Promise<number> {
    const number = await box.submitted()
    await stories[situation](number)
    return number
  }

  const offer = async (number: number) => {
    await stories.inReview(number)
    await act('mariam', 'approve-solution', number)
  }
  const silence = async () => {
    box.clock.moveDays(4)
    await fallDue(box.desk)
    box.clock.moveDays(4)
    await fallDue(box.desk)
  }
  const reason = { reason: 'Because of that.' }

  const stories: Record<Situation, (number: number) => Promise<unknown>> = {
    open: async () => {},
    untaken: (number) => act('mariam', 'assign', number, { group: box.groups.documents }),
    taken: (number) => act('mariam', 'assign', number, { group: box.groups.documents, member: box.ids.omar }),
    inReview: async (number) => {
      await stories.taken(number)
      await act('omar', 'propose-solution', number, { solution: 'Please try the new link.' })
    },
    returned: async (number) => {
      await stories.inReview(number)
      await act('mariam', 'return-solution', number, reason)
    },
    withdrawn: async (number) => {
      await stories.inReview(number)
      await act('omar', 'withdraw-solution', number, reason)
    },
    declined: async (number) => {
      await offer(number)
      await act('salma', 'decline-solution', number, reason)
    },
    offered: offer,
    answered: async (number) => {
      await offer(number)
      await act('salma', 'reply', number, { text: 'What does that mean?' })
    },
    cancelledOpen: (number) => act('salma', 'cancel', number),
    cancelledInReview: async (number) => {
      await stories.inReview(number)
      await act('salma', 'cancel', number)
    },
    closedTaken: async (number) => {
      await stories.taken(number)
      await act('mariam', 'close', number, reason)
    },
    closedReturned: async (number) => {
      await stories.returned(number)
      await act('mariam', 'close', number, reason)
    },
    closedDeclined: async (number) => {
      await stories.declined(number)
      await act('mariam', 'close', number, reason)
    },
    closedOffered: async (number) => {
      await offer(number)
      await act('mariam', 'close', number, reason)
    },
    silent: async (number) => {
      await offer(number)
      await silence()
    },
    accepted: async (number) => {
      await offer(number)
      await act('salma', 'accept-solution', number)
    },
    duplicateOpen: (number) => act('mariam', 'mark-duplicate', number, { original }),
    duplicateInReview: async (number) => {
      await stories.inReview(number)
      await act('mariam', 'mark-duplicate', number, { original })
    },
    duplicateOffered: async (number) => {
      await offer(number)
      await act('mariam', 'mark-duplicate', number, { original })
    },
  }
  return { people, act, ticketIn, original, silence }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
