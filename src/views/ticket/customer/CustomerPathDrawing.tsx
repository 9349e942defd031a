// The customer's path, put into their words.
import type { PresentedEvent, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { PathDrawing, initialsOf } from '../../../web/ui/index.ts'
import type { PathBall, PathStep } from '../../../web/ui/index.ts'
import { customerPath, originalPath } from '../../../workflow/customer-path.ts'
import type { CustomerLane, CustomerPath, CustomerStep, Station } from '../../../workflow/customer-path.ts'
import { age } from '../../../words/age.ts'
import type { Translate } from '../../../words/key.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { useIsOwn } from './own.tsx'

type Props = {
  readonly ticket: Pick<PresentedTicket, 'ended' | 'original' | 'offeredByOriginal' | 'customer'>
  readonly events: readonly PresentedEvent[]
}

/** Of a request that was joined with another one the path is the other one's. To a colleague the first lane is its customer's. */
export const CustomerPathDrawing = ({ ticket, events }: Props) => {
  const { t } = useWords()
  const { settings } = useSession()
  const isOwn = useIsOwn(ticket)
  const { original, offeredByOriginal } = ticket
  const path = original ? originalPath({ original, offeredByOriginal }) : customerPath(ticket, events)
  return (
    <PathDrawing
      lanes={lanes.map((lane) => ({
        key: lane,
        label: (lane === 'you' && !isOwn && ticket.customer.name) || t(`customerTicket:path.${lane}`),
        strong: path.ball?.lane === lane,
      }))}
      steps={path.steps.map((step) => drawn(step, t, path.ended, isOwn))}
      ball={ballOf(path, settings.organisation)}
    />
  )
}

const lanes: readonly CustomerLane[] = ['you', 'us']

const drawn = (step: CustomerStep, t: Translate, ended: CustomerPath['ended'], isOwn: boolean): PathStep => ({
  lane: lanes.indexOf(step.lane),
  kind: step.kind,
  label: step.quiet || step.station === 'writing' ? '' : wordFor(step.station, t, isOwn),
  heldFor: step.kind === 'done' && !step.quiet ? heldFor(step, t) : undefined,
  tone: ended === 'cancelled' || ended === 'duplicate' ? 'neutral' : 'success',
})

const wordFor = (station: Exclude<Station, 'writing'>, t: Translate, isOwn: boolean): string => {
  if (station === 'answered') return t('customerTicket:path.answered')
  return station === 'responded' && !isOwn
    ? t('customerTicket:ofColleague.responded')
    : t(`customerGlossary:status.${station}`)
}

const heldFor = ({ station, from, to }: CustomerStep, t: Translate): string | undefined =>
  from && to && station !== 'writing' ? age(t, Date.parse(to) - Date.parse(from)) : undefined

const ballOf = ({ ball }: CustomerPath, organisation: string): PathBall | undefined => {
  if (!ball) return undefined
  return ball.lane === 'you' ? { lane: 0, icon: 'user' } : { lane: 1, initials: initialsOf(organisation) }
}
