import { hour } from '../../fields/date-time/spans.ts'
import type { Chance } from './chance.ts'
import type { Customer } from './people.ts'
import { tell, type Story, type Teller } from './story.ts'
import type { Template } from './template.ts'

/** What is going on now: how many hours ago it was asked, and what has been done since. Some have waited too long. */
const going: [hoursAgo: number, done: (teller: Teller) => void][] = [
  [0.07, () => {}],
  [0.2, () => {}],
  [0.5, (t) => t.translate(0.1)],
  [1.4, () => {}],
  [31, () => {}],
  [2, (t) => t.assign(0.3, false)],
  [5, (t) => t.assign(0.3, false)],
  [52, (t) => t.assign(1, false)],
  [3, (t) => [t.assign(0.2, true), t.staffReply(0.4)]],
  [4, (t) => [t.assign(0.2, true), t.note(0.5)]],
  [6, (t) => [t.assign(0.2, false), t.take(0.3), t.customerReply(0.9)]],
  [27, (t) => [t.assign(0.5, true), t.staffReply(1), t.customerReply(4)]],
  [76, (t) => [t.assign(0.5, true), t.note(2)]],
  [9, (t) => [t.assign(0.2, true), t.propose(2), t.returns(0.5)]],
  [7, (t) => [t.translate(0.1), t.assign(0.2, true), t.propose(1.5)]],
  [11, (t) => [t.assign(0.3, true), t.staffReply(0.5), t.propose(2)]],
  [26, (t) => [t.assign(0.3, true), t.propose(3)]],
  [20, (t) => [t.assign(0.3, true), t.propose(2), t.approve(0.6)]],
  [30, (t) => [t.assign(0.3, true), t.propose(3), t.returns(1), t.propose(1), t.approve(0.5)]],
  [50, (t) => [t.assign(0.3, true), t.staffReply(1), t.propose(4), t.approve(1)]],
  [96, (t) => [t.assign(0.3, true), t.propose(4), t.approve(1)]],
  [120, (t) => [t.assign(0.3, true), t.propose(4), t.approve(1)]],
  [28, (t) => [t.assign(0.3, true), t.propose(3), t.approve(1), t.customerReply(6)]],
  [54, (t) => [t.assign(0.3, true), t.propose(3), t.approve(1), t.decline(8), t.note(1)]],
  [80, (t) => [t.assign(0.3, true), t.propose(3), t.approve(1), t.accept(6), t.reopen(20)]],
]

/** Their steps are told in hours from the asking and never reach past now. */
export function underWay(chance: Chance, now: number, somebody: () => [Customer, Template]): Story[] {
  return going.map(([hoursAgo, done]) => {
    const [customer, template] = somebody()
    const teller = tell(customer, template, chance, now - hoursAgo * hour, { office: false })
    teller.submit()
    done(teller)
    return { ...teller.story, steps: teller.story.steps.filter(({ at }) => at < now) }
  })
}
