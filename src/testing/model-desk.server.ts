import { once } from '../events/once.write.server.ts'
import type { Desk } from '../events/desk.server.ts'
import { changeGroup } from '../groups/change-group.write.server.ts'
import { ticketVerbs } from '../start/verbs.ts'
import { changeUser } from '../users/change-user.write.server.ts'
import type { Attempt } from '../workflow/model/attempt.ts'
import type { Verb } from '../workflow/model/people.ts'
import { usual, type Group, type Settings, type Who } from '../workflow/model/world.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { refusalOf, type TestDesk } from './desk.server.ts'

const network = '127.0.0.1'
let keys = 0

/** The product, driven by the model's commands. Each run begins with everybody there and the usual settings. */
export function openModelDesk(box: TestDesk) {
  const { desk, ids, groups } = box
  const adam = () => box.person('adam')

  return {
    async reset(): Promise<void> {
      const db = box.database.primary
      // what earlier runs left behind would fall due in this one
      await db.updateTable('ticket').set({ due: null, due_at: null }).where('due_at', 'is not', null).execute()
      await db.updateTable('users').set({ active: true }).execute()
      await setMembers('documents', ['omar', 'jana'])
      await setMembers('billing', ['jana', 'tom'])
      await box.setSettings({ workflow: usual })
    },

    async submit(who: Who, customer: Who, twice: boolean): Promise<number | string> {
      const person = await box.person(who)
      const body = {
        title: 'No delivery note',
        description: 'It is missing.',
        language: 'en',
        ...(who === customer ? {} : { customer: ids[customer] }),
      }
      const work = (inside: Desk) => submitTicket(inside, person, body)
      if (!twice) return orCode(work(desk))
      const claim = { method: 'POST', path: '/api/v1/tickets', key: `run-${keys++}`, body }
      const [first, second] = await Promise.all([
        orCode(once(desk, person, claim, work)),
        orCode(once(desk, person, claim, work)),
      ])
      if (first !== second) throw new Error(`one key, two answers: ${String(first)} and ${String(second)}`)
      return first as number | string
    },

    async attempt(who: Who, verb: Verb, number: number, given: Attempt, other: number, version: number | undefined) {
      const body = { ...bodyOf(verb, given, other), ...(version === undefined ? {} : { version }) }
      return orCode(ticketVerbs[verb](desk, await box.person(who), number, body).then(() => null))
    },

    async setActive(who: Who, active: boolean): Promise<void> {
      await changeUser(desk, await adam(), ids[who], { active }, network)
    },

    setMembers,

    settings: (settings: Settings) => box.setSettings({ workflow: settings }),
  }

  async function setMembers(group: Group, members: Who[]): Promise<void> {
    await changeGroup(desk, await adam(), groups[group], { members: members.map((who) => ids[who]) }, network)
  }

  function bodyOf(verb: Verb, { group, member, stars, secret, withoutText }: Attempt, other: number): object {
    const text = withoutText ? {} : { reason: secret }
    switch (verb) {
      case 'assign':
        return { group: groups[group], ...(member ? { member: ids[member] } : {}) }
      case 'propose-solution':
        return withoutText ? {} : { solution: secret }
      case 'mark-duplicate':
        return { original: other }
      case 'rate':
        return { score: stars }
      case 'reply':
      case 'note':
        return withoutText ? {} : { text: secret }
      case 'translate':
        return { field: 'title', language: 'fr', ...(withoutText ? {} : { text: 'Pas de bordereau' }) }
      case 'take':
      case 'approve-solution':
      case 'accept-solution':
        return {}
      default:
        return text
    }
  }
}

/** What a call answers, or the code of its refusal. */
async function orCode<Answer>(call: Promise<Answer>): Promise<Answer | string> {
  const settled = await Promise.allSettled([call])
  return settled[0].status === 'fulfilled'
    ? settled[0].value
    : (await refusalOf(Promise.reject(settled[0].reason as Error))).code
}
