import { cannedAnswersFor } from '../conversation/canned-answers/canned-answers.server.ts'
import {
  addCannedAnswer,
  changeCannedAnswer,
  removeCannedAnswer,
} from '../conversation/canned-answers/write-canned-answer.write.server.ts'
import { writingEndpoints } from '../conversation/writing/writing-endpoints.server.ts'
import { once } from '../events/once.write.server.ts'
import type { Desk } from '../events/desk.server.ts'
import { changeGroup } from '../groups/change-group.write.server.ts'
import { newId } from '../server/ids.server.ts'
import { addField } from '../settings/added-fields/change-added-field.server.ts'
import { ticketVerbs } from '../start/verbs.ts'
import { changeUser } from '../users/change-user.write.server.ts'
import type { Attempt } from '../workflow/model/attempt.ts'
import type { Verb } from '../workflow/model/people.ts'
import { usual, type Group, type Kept, type Settings, type Who, type WritingKind } from '../workflow/model/world.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { refusalOf, type TestDesk } from './desk.server.ts'

type Sharing = Pick<Kept, 'shared' | 'group'>
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
      await db.deleteFrom('canned_answer').execute()
      const yard = await db.selectFrom('added_field').select('key').execute()
      const asked = { type: 'short-text', label: 'Yard', visibleTo: 'staff' }
      if (yard.length === 0) await addField({ desk, actor: await adam(), network }, asked)
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
      const message = verb === 'edit-note' ? { message: await noteOf(number, given.other) } : {}
      const field = verb === 'translate' ? { field: await textOf(number, given.other) } : {}
      const body = {
        ...bodyOf(verb, given, other),
        ...message,
        ...field,
        ...(version === undefined ? {} : { version }),
      }
      return orCode(ticketVerbs[verb](desk, await box.person(who), number, body).then(() => null))
    },

    async setActive(who: Who, active: boolean): Promise<void> {
      await changeUser(desk, await adam(), ids[who], { active }, network)
    },

    async draft(who: Who, number: number, kind: WritingKind, text: string) {
      const person = await box.person(who)
      const call = { desk, actor: person, network, query: {}, headers: {}, setHeader: () => {} }
      const keep = writingEndpoints.find(({ method }) => method === 'PUT')!
      return orCode(keep.handle({ ...call, params: { number: String(number), kind }, body: { text } }).then(() => null))
    },

    async keep(who: Who, name: string, sharing: Sharing) {
      const body = { name, text: 'As always.', ...sharingBody(sharing) }
      return orCode(addCannedAnswer(desk, await box.person(who), body).then(() => null))
    },

    async changeKept(who: Who, name: string, to: Sharing | 'remove') {
      const person = await box.person(who)
      const { id } = await idOfKept(name)
      if (to === 'remove') return orCode(removeCannedAnswer(desk, person, id).then(() => null))
      return orCode(changeCannedAnswer(desk, person, id, sharingBody(to)).then(() => null))
    },

    async keptFor(who: Who): Promise<string[]> {
      const found = await cannedAnswersFor(desk.read(), await box.person(who))
      return found.map(({ name }) => name)
    },

    setMembers,

    settings: (settings: Settings) => box.setSettings({ workflow: settings }),
  }

  function sharingBody({ shared, group }: Sharing) {
    return { shared, ...(shared === 'group' && group ? { group: groups[group] } : {}) }
  }

  function idOfKept(name: string) {
    return box.database.primary
      .selectFrom('canned_answer')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  }

  /** The note that the model picks too, or one that is nowhere. */
  async function noteOf(number: number, pick: number): Promise<string> {
    const rows = await box.database.primary
      .selectFrom('message')
      .select('id')
      .where('ticket_number', '=', number)
      .where('kind', '=', 'note')
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows[pick % Math.max(rows.length, 1)]?.id ?? newId()
  }

  /** The reason that the model picks too, or the title. */
  async function textOf(number: number, pick: number): Promise<string> {
    const events = await box.eventsOf(number)
    const reasons = events.filter(({ details }) => details['reason'])
    const { seq } = reasons[pick % (reasons.length + 1)] ?? {}
    return seq === undefined ? 'title' : `reason:${seq}`
  }

  async function setMembers(group: Group, members: Who[]): Promise<void> {
    await changeGroup(desk, await adam(), groups[group], { members: members.map((who) => ids[who]) }, network)
  }

  function bodyOf(verb: Verb, { group, member, stars, secret, calls, withoutText }: Attempt, other: number): object {
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
      case 'edit-note':
        return withoutText ? {} : { text: [secret, ...calls.map((who) => `[@${who}](mention:${ids[who]})`)].join(' ') }
      case 'set-fields':
        return { fields: withoutText ? { nowhere: secret } : { yard: secret } }
      case 'translate':
        return { language: 'pt', ...(withoutText ? {} : { text: secret }) }
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
