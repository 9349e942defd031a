import { day } from '../../fields/date-time/spans.ts'
import type { Chance } from './chance.ts'
import { whenAsked } from './hours.ts'
import { customers, type Customer } from './people.ts'
import { phrases } from './phrases.ts'
import { tell, type Story, type Teller } from './story.ts'
import type { Template } from './template.ts'
import { underWay } from './under-way.ts'

const past = { stories: 278, days: 450, quietDays: 13 }

/** Fifteen months of stories, a little more of them each month, and those that are under way now. */
export function planStories(chance: Chance, now: number): Story[] {
  const stories: Story[] = []
  for (let index = 0; index < past.stories; index++) {
    const share = ((index + chance.next()) / past.stories) ** 0.75
    const opened = whenAsked(now - past.days * day + share * (past.days - past.quietDays) * day, chance)
    const [customer, template] = somebody(chance)
    stories.push(pastStory(customer, template, chance, opened, stories))
  }
  return [...stories, ...underWay(chance, now, () => somebody(chance))]
}

/** Some customers ask often, most seldom. */
function somebody(chance: Chance): [Customer, Template] {
  const customer = customers[(Math.floor(customers.length * chance.next() ** 1.4) * 17) % customers.length]!
  return [customer, chance.pick(phrases[customer.language].templates)]
}

function pastStory(customer: Customer, template: Template, chance: Chance, opened: number, before: Story[]): Story {
  const teller = tell(customer, template, chance, opened, { office: true })
  const { story } = teller
  const fate = chance.next()
  teller.submit()
  if (fate < 0.04) teller.cancel()
  else if (fate < 0.1 && before.length > 3) teller.duplicateOf(earlier(before, opened, chance))
  else workOn(teller, chance, fate)
  return story
}

/** What becomes of it once it is worked on: most are accepted, some close by silence, by the desk, or come back. */
function workOn(teller: Teller, chance: Chance, fate: number): void {
  begin(teller, chance)
  if (fate < 0.15) return teller.close()
  solve(teller, chance)
  if (fate < 0.26) return // silence closes it
  if (fate < 0.34) {
    teller.decline()
    teller.propose(5)
    teller.approve()
  }
  teller.accept()
  if (fate > 0.34 && fate < 0.4) {
    if (chance.is(0.5)) teller.rate()
    teller.reopen()
    solve(teller, chance)
    teller.accept()
  }
  if (chance.is(0.55)) teller.rate()
}

function begin(teller: Teller, chance: Chance): void {
  if (chance.is(0.5)) teller.translate()
  const named = chance.is(0.7)
  teller.assign(0.6, named)
  if (!named) teller.take()
  if (named && chance.is(0.06)) {
    teller.giveBack()
    teller.take(4)
  }
  if (chance.is(0.5)) teller.staffReply()
  if (chance.is(0.4)) teller.customerReply()
  if (chance.is(0.4)) teller.note()
}

function solve(teller: Teller, chance: Chance): void {
  teller.propose(2 + 8 * chance.next() ** 2)
  if (chance.is(0.03)) {
    teller.withdraw()
    teller.propose(2)
  }
  if (chance.is(0.15)) {
    teller.returns()
    teller.propose(1.5)
  }
  teller.approve()
}

/** A request of the days before that was no duplicate itself. */
function earlier(before: readonly Story[], opened: number, chance: Chance): Story {
  const possible = before.filter(({ steps }) => steps[0]!.at < opened - 60_000 && !steps.some(({ of }) => of)).slice(-6)
  return chance.pick(possible)
}
