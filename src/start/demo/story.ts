import { hour } from '../../fields/date-time/spans.ts'
import type { PersonsVerb } from '../../permissions/may.ts'
import type { Chance } from './chance.ts'
import { inOfficeHours } from './hours.ts'
import { staff, type Customer, type StaffMember } from './people.ts'
import { amongStaff, fill, phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** One thing that somebody does to the story's ticket. `of` names another story where the ticket is a duplicate of its. */
export type Step = { at: number; who: string; verb: 'submit' | PersonsVerb; body: Record<string, unknown>; of?: Story }
export type Story = { steps: Step[]; ticket?: number }

export type Teller = ReturnType<typeof tell>

const desk = staff.filter(({ role }) => role === 'supportDesk')

/** Tells what happens to one request, step by step. `office`: staff act in office hours only, as they did in the past. */
export function tell(
  customer: Customer,
  template: Template,
  chance: Chance,
  opened: number,
  options: { office: boolean },
) {
  const said = phrases[customer.language]
  const member = chance.pick(staff.filter(({ knows }) => knows === template.group))
  const reviewer = chance.pick(desk)
  const values = valuesOf(chance, customer, member)
  const story: Story = { steps: [] }
  let at = opened
  const say = (text: string): string => fill(text, values)

  function step(who: string, verb: Step['verb'], hours: number, body: Record<string, unknown> = {}): void {
    const later = at + hours * hour * (0.3 + 1.4 * chance.next())
    const byStaff = options.office && who !== customer.key
    at = byStaff ? inOfficeHours(later, 5 + chance.below(90)) : later
    story.steps.push({ at, who, verb, body })
  }

  const acts = {
    submit: () =>
      step(customer.key, 'submit', 0, {
        title: say(template.title),
        description: say(template.description),
        language: customer.language,
      }),
    assign: (hours = 0.6, named = chance.is(0.7)) =>
      step(reviewer.key, 'assign', hours, { group: template.group, ...(named ? { member: member.key } : {}) }),
    take: (hours = 0.7) => step(member.key, 'take', hours),
    giveBack: (hours = 1) => step(member.key, 'give-back', hours, { reason: chance.pick(amongStaff.givingBack) }),
    note: (hours = 0.5) =>
      step(chance.is(0.7) ? member.key : reviewer.key, 'note', hours, { text: chance.pick(amongStaff.notes) }),
    staffReply: (hours = 0.8) => step(member.key, 'reply', hours, { text: say(chance.pick(said.staffReplies)) }),
    customerReply: (hours = 3) => step(customer.key, 'reply', hours, { text: say(chance.pick(said.customerReplies)) }),
    /** For colleagues, into English: a title that is English already needs none. */
    translate(hours = 0.2) {
      if (template.english)
        step(reviewer.key, 'translate', hours, { field: 'title', language: 'en', text: say(template.english) })
    },
    propose: (hours = 3) => step(member.key, 'propose-solution', hours, { solution: say(template.solution) }),
    withdraw: (hours = 0.5) =>
      step(member.key, 'withdraw-solution', hours, { reason: chance.pick(amongStaff.withdrawals) }),
    returns: (hours = 0.6) => step(reviewer.key, 'return-solution', hours, { reason: chance.pick(amongStaff.returns) }),
    approve: (hours = 0.7) => step(reviewer.key, 'approve-solution', hours),
    accept: (hours = 9) => step(customer.key, 'accept-solution', hours),
    decline: (hours = 7) => step(customer.key, 'decline-solution', hours, { reason: say(chance.pick(said.declines)) }),
    close: (hours = 5) => step(reviewer.key, 'close', hours, { reason: say(chance.pick(said.closings)) }),
    cancel: (hours = 2) => step(customer.key, 'cancel', hours, { reason: say(chance.pick(said.cancellations)) }),
    reopen: (hours = 60) => step(customer.key, 'reopen', hours, { reason: say(chance.pick(said.reopenings)) }),
    rate(hours = 2) {
      const score = scoreOf(chance)
      const words = score >= 4 ? said.pleased : score === 3 ? said.halfPleased : said.displeased
      step(customer.key, 'rate', hours, { score, ...(chance.is(0.4) ? { comment: say(chance.pick(words)) } : {}) })
    },
    duplicateOf(original: Story, hours = 0.5) {
      step(reviewer.key, 'mark-duplicate', hours)
      story.steps.at(-1)!.of = original
    },
  }
  return { ...acts, story, now: () => at }
}

/** Half of all are content; a few are not at all. */
function scoreOf(chance: Chance): number {
  const where = chance.next()
  return [0.05, 0.11, 0.23, 0.5].filter((end) => where >= end).length + 1
}

const cities = {
  ar: ['جدة', 'الرياض', 'الدمام', 'دبي', 'مسقط', 'عمّان', 'القاهرة'],
  zh: ['宁波', '上海', '深圳', '迪拜', '吉达'],
  other: ['Jeddah', 'Riyadh', 'Dammam', 'Dubai', 'Muscat', 'Marseille', 'Hamburg', 'Valencia', 'Aqaba'],
}

function valuesOf(
  chance: Chance,
  { language }: Customer,
  { called: [latin, arabic] }: StaffMember,
): Record<string, string> {
  const places = language === 'ar' ? cities.ar : language === 'zh' ? cities.zh : cities.other
  const amount = 40 + chance.below(900)
  const euro = ['fr', 'de', 'es'].includes(language)
  return {
    mf: `MF-${20_100 + chance.below(800)}`,
    inv: String(8_500 + chance.below(600)),
    box: `MSKU ${100 + chance.below(900)}${100 + chance.below(900)}-${chance.below(10)}`,
    city: chance.pick(places),
    sum:
      language === 'ar'
        ? `${amount} ريالًا`
        : euro
          ? `${amount} €`
          : language === 'zh'
            ? `${amount} 美元`
            : `SAR ${amount}`,
    rep: language === 'ar' ? arabic : latin,
  }
}
