// Which queues somebody has, in the order of the rail. The first is where they begin.
import type { Permission } from '../permissions/permissions.ts'
import type { Queue } from '../queries/incoming-requests/queues.ts'

type May = (permission: Permission) => boolean

export const queuesFor = (may: May): readonly Queue[] => {
  if (!seesTickets(may)) return []
  const desk: readonly Queue[] = may('ticket.assign') ? ['new'] : []
  const own: readonly Queue[] = may('ticket.take') ? ['mine', 'myGroups'] : []
  const reviewers: readonly Queue[] = may('solution.review') ? ['toReview'] : []
  return [...desk, ...own, ...reviewers, 'waitingForCustomer', 'customerAnswered', 'allOpen']
}

const seesTickets = (may: May): boolean => may('ticket.seeAll') || may('ticket.seeGroups')

/** Where somebody begins when they name no page. */
export const homeOf = (may: May): string => {
  const [first] = queuesFor(may)
  if (first) return `/incoming?queue=${first}`
  if (may('user.read')) return '/people'
  return may('ticket.seeOwn') ? '/requests' : '/new'
}
