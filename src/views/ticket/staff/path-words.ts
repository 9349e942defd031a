// The path's stretches in staff's words: what ended each, how long it was held, what is still to come.
import { day, hour, minute } from '../../../fields/date-time/spans.ts'
import type { StaffPath, StaffStep } from '../../../workflow/path.ts'
import { age } from '../../../words/age.ts'
import type { Translate } from '../../../words/key.ts'

const lanes = ['customer', 'desk', 'representative'] as const

export const drawnSteps = ({ steps }: StaffPath, t: Translate, now: number) =>
  steps.map(({ lane, kind, doing, passedOn, from, to }, index) => ({
    lane: lanes.indexOf(lane),
    kind,
    label: passedOn ? t(`staffTicket:step.${passedOn}`) : doingNow(t, steps, index),
    heldFor:
      from && doing !== 'writing' && kind !== 'end'
        ? age(t, (to ? Date.parse(to) : now) - Date.parse(from))
        : undefined,
    ...(kind === 'end' && { tone: toneOf(steps) }),
  }))

/** A solution that came back is worked on in its next round; a reopened ticket begins with a solution again. */
const doingNow = (t: Translate, steps: readonly StaffStep[], index: number): string => {
  const doing = steps[index]?.doing ?? 'working'
  if (doing !== 'reworking') return t(`staffTicket:doing.${doing}`)
  if (steps[index - 1]?.passedOn === 'reopened') return t('staffTicket:doing.working')
  const proposed = steps.slice(0, index).filter(({ passedOn }) => passedOn === 'proposed' || passedOn === 'offered')
  return t('staffTicket:roundShort', { round: proposed.length + 1 })
}

/** The last that passed it on says how it ended. */
const toneOf = (steps: readonly StaffStep[]): 'success' | 'neutral' => {
  const how = steps.at(-2)?.passedOn
  return how === 'cancelled' || how === 'markedDuplicate' ? 'neutral' : 'success'
}

/** "for 38 minutes, after the solution was returned" */
export const sinceWhen = (t: Translate, ball: NonNullable<StaffPath['ball']>, now: number): string => {
  const since = heldFor(t, now - Date.parse(ball.since))
  const after = afterWhat(t, ball.after)
  return after ? t('staffTicket:withReason', { since, after }) : since
}

const heldFor = (t: Translate, held: number): string => {
  if (held < minute) return t('staffTicket:forMoment')
  if (held < hour) return t('staffTicket:forMinutes', { count: Math.floor(held / minute) })
  if (held < day) return t('staffTicket:forHours', { count: Math.floor(held / hour) })
  return t('staffTicket:forDays', { count: Math.floor(held / day) })
}

const afterWhat = (t: Translate, passedOn: NonNullable<StaffPath['ball']>['after']): string | undefined => {
  if (passedOn === 'returned') return t('staffTicket:afterReturn')
  if (passedOn === 'declined') return t('staffTicket:afterDecline')
  if (passedOn === 'reopened') return t('staffTicket:afterReopening')
  return passedOn === 'answered' ? t('staffTicket:afterAnswer') : undefined
}
