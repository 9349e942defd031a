import { useMemo } from 'react'
import { Button, PathDrawing, SkeletonBar, initialsOf } from '../../../web/ui/index.ts'
import type { PathBall } from '../../../web/ui/index.ts'
import { staffPath } from '../../../workflow/path.ts'
import type { StaffPath } from '../../../workflow/path.ts'
import type { PresentedEvent, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import type { Translate } from '../../../words/key.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { useNow } from '../../staff/now.tsx'
import { drawnSteps, sinceWhen } from './path-words.ts'
import styles from './StaffTicket.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly events: readonly PresentedEvent[]
  readonly onWhy: () => void
}

/** Where the ticket is on its way: the sentence, the drawing, and the way to everything that led here. */
export const PathPanel = ({ ticket, events, onWhy }: Props) => {
  const { t } = useWords()
  const { me, settings } = useSession()
  const now = useNow()
  const usually = settings.workflow?.review ?? true
  // whoever is exempt from review is shown their own way
  const review = ticket.assignee.member?.id === me.id ? (settings.ownSolutionsReviewed ?? usually) : usually
  const path = useMemo(() => staffPath(ticket, events, { review }), [ticket, events, review])
  if (events.length === 0)
    return (
      <div className={styles['pathComing']} aria-hidden>
        <SkeletonBar width="40%" />
      </div>
    )
  return (
    <div className={styles['path']}>
      <PathDrawing
        lanes={path.lanes.map(({ key, holder }) => ({
          key,
          label: laneOf(t, key, holder, me.id),
          strong: path.ball?.lane === key,
        }))}
        steps={drawnSteps(path, t, now)}
        ball={faceOf(path)}
        sentence={<Sentence ticket={ticket} path={path} now={now} />}
        aside={
          <Button kind="text" onClick={onWhy}>
            {t('staffTicket:why')}
          </Button>
        }
      />
    </div>
  )
}

const laneOf = (t: Translate, key: string, holder: { id: string; name: string } | null, me: string) => {
  if (key === 'customer') return t('glossary:role.customer')
  if (key === 'desk') return t('glossary:role.supportDesk')
  if (holder?.id === me) return t('staffTicket:youLane')
  return <bdi className={styles['laneName']}>{holder?.name ?? t('glossary:role.representative')}</bdi>
}

const faceOf = ({ lanes, ball }: StaffPath): PathBall | undefined => {
  if (!ball) return undefined
  const lane = lanes.findIndex(({ key }) => key === ball.lane)
  return ball.holder ? { lane, initials: initialsOf(ball.holder.name) } : { lane, icon: 'users' }
}

const Sentence = ({ ticket, path, now }: { ticket: PresentedTicket; path: StaffPath; now: number }) => {
  const { t } = useWords()
  const { me } = useSession()
  const { ball } = path
  if (!ball) return ticket.ended ? t(`glossary:ended.${ticket.ended}`) : t('staffTicket:ball.nobody')
  return (
    <>
      <b>{whoHasIt(t, ticket, ball, me.id)}</b> {sinceWhen(t, ball, now)}
    </>
  )
}

const whoHasIt = (t: Translate, ticket: PresentedTicket, ball: NonNullable<StaffPath['ball']>, me: string): string => {
  const name = ball.holder?.name ?? ''
  if (ball.doing === 'reviewing') return t('staffTicket:ball.review')
  if (ball.lane === 'desk') return t('staffTicket:ball.desk')
  if (ball.lane === 'customer') return t('staffTicket:ball.customer', { name })
  if (!ticket.assignee.member) return t('staffTicket:ball.group', { group: name })
  return ball.holder?.id === me ? t('staffTicket:ball.you') : t('staffTicket:ball.representative', { name })
}
