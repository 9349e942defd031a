// Every address of the product and the page that is shown there. Each page is a chunk of its own, fetched when it is gone to.
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Filled } from '../fields/form.ts'
import { incomingForm } from '../queries/incoming-requests/incoming-requests.ts'
import { customAskedIn } from '../views/added-fields/custom-asked.ts'
import type { CustomAsked } from '../views/added-fields/custom-asked.ts'
import { FailedPage } from '../views/failed-page.tsx'
import { NotFoundPage } from '../views/not-found-page.tsx'
import { homeOf } from '../views/queues-for.ts'
import { parseSearch, stringifySearch } from '../web/page-address.ts'
import { accountRoutes } from './account-routes.tsx'
import { lacksSecondFactor, outsideRoutes } from './outside-routes.tsx'
import { pageWith } from './page-with-words.ts'
import { root } from './root-route.ts'
import type { Context } from './root-route.ts'
import { settingsRoutes } from './settings-routes.tsx'

// For whoever is signed in.

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ context, location }) => {
    if (!context.session)
      redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href }, throw: true })
    if (lacksSecondFactor(context))
      redirect({ to: '/second-factor', search: location.href === '/' ? {} : { to: location.href }, throw: true })
  },
  component: lazyRouteComponent(() => import('../views/app-shell.tsx'), 'AppShell'),
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    const { onlyTicket = null, permissions = [] } = context.session?.me ?? {}
    const own = onlyTicket === null ? undefined : `/tickets/${onlyTicket}`
    redirect({ href: own ?? homeOf((permission) => permissions.includes(permission)), throw: true })
  },
})
const newRequest = createRoute({
  getParentRoute: () => inside,
  path: '/new',
  component: lazyRouteComponent(() => import('../views/ticket-request/TicketRequest.tsx'), 'TicketRequest'),
})
const requests = createRoute({
  getParentRoute: () => inside,
  path: '/requests',
  component: lazyRouteComponent(() => import('../views/my-tickets/MyTickets.tsx'), 'MyTickets'),
})
const ticket = createRoute({
  getParentRoute: () => inside,
  path: '/tickets/$number',
  component: lazyRouteComponent(() => import('../views/ticket/TicketPage.tsx'), 'TicketPage'),
})

/** The list and, beside it, the ticket: one page at two addresses, so that the list stays while one goes from one to the next. */
const incoming = createRoute({
  getParentRoute: () => inside,
  path: '/incoming',
  validateSearch: incomingSearch,
  component: lazyRouteComponent(() => import('../views/incoming-requests/IncomingRequests.tsx'), 'IncomingRequests'),
})
const incomingList = createRoute({ getParentRoute: () => incoming, path: '/' })
const incomingTicket = createRoute({ getParentRoute: () => incoming, path: '$number' })

const review = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  component: lazyRouteComponent(() => import('../views/review/Review.tsx'), 'Review'),
})
const closedTickets = createRoute({
  getParentRoute: () => inside,
  path: '/closed',
  component: lazyRouteComponent(() => import('../views/closed-tickets/ClosedTickets.tsx'), 'ClosedTickets'),
})
const statistics = createRoute({
  getParentRoute: () => inside,
  path: '/statistics',
  component: lazyRouteComponent(() => import('../views/statistics/Statistics.tsx'), 'Statistics'),
})
/** The newest, or a month's: one page at two addresses. */
const reports = createRoute({
  getParentRoute: () => inside,
  path: '/reports',
  component: lazyRouteComponent(() => import('../views/report/Reports.tsx'), 'Reports'),
})
const newestReport = createRoute({ getParentRoute: () => reports, path: '/' })
const reportOfMonth = createRoute({ getParentRoute: () => reports, path: '$month' })
const inboundMails = createRoute({
  getParentRoute: () => inside,
  path: '/mails',
  component: lazyRouteComponent(() => import('../views/mail-in/InboundMails.tsx'), 'InboundMails'),
})
const cannedAnswers = createRoute({
  getParentRoute: () => inside,
  path: '/answers',
  component: lazyRouteComponent(() => import('../views/canned-answers/CannedAnswers.tsx'), 'CannedAnswers'),
})
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: pageWith('administration', () => import('../views/people/People.tsx'), 'People'),
})
const groups = createRoute({
  getParentRoute: () => inside,
  path: '/people/groups',
  component: pageWith('administration', () => import('../views/people/Groups.tsx'), 'Groups'),
})
const roles = createRoute({
  getParentRoute: () => inside,
  path: '/people/roles',
  component: pageWith('administration', () => import('../views/people/Roles.tsx'), 'Roles'),
})
const organisations = createRoute({
  getParentRoute: () => inside,
  path: '/people/organisations',
  component: pageWith('administration', () => import('../views/people/Organisations.tsx'), 'Organisations'),
})
const importPeople = createRoute({
  getParentRoute: () => inside,
  path: '/people/import',
  component: pageWith('administration', () => import('../views/people/ImportPeople.tsx'), 'ImportPeople'),
})

const help = createRoute({
  getParentRoute: () => inside,
  path: '/help/$topic',
  component: lazyRouteComponent(() => import('../views/help/Help.tsx'), 'Help'),
})

const tree = root.addChildren([
  outsideRoutes,
  inside.addChildren([
    home,
    newRequest,
    requests,
    ticket,
    incoming.addChildren([incomingList, incomingTicket]),
    review,
    closedTickets,
    statistics,
    reports.addChildren([newestReport, reportOfMonth]),
    inboundMails,
    cannedAnswers,
    people,
    groups,
    roles,
    organisations,
    importPeople,
    settingsRoutes(inside),
    ...accountRoutes(inside),
    help,
  ]),
])

export const openRouter = (context: Context) =>
  createRouter({
    routeTree: tree,
    context,
    parseSearch,
    stringifySearch,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    defaultPreloadStaleTime: 0,
  })

export type AppRouter = ReturnType<typeof openRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}

const { queue, words, group, member, waiting } = incomingForm
const narrowing = { queue, words, group, member, waiting }
/** `do`: what the ticket beside the list begins with. */
type IncomingSearch = Filled<typeof narrowing> & CustomAsked & { do?: string; score?: string }

/** What the address says about the list, as the query takes it; what it does not take is left out. */
function incomingSearch(search: Record<string, unknown>): IncomingSearch {
  const parsed = Object.entries(narrowing).map(([name, field]) => {
    return [name, field.parse(search[name])] as const
  })
  const own = parsed.flatMap(([name, field]) => (field.ok ? [[name, field.value] as const] : []))
  const { do: begins, score } = search
  return {
    ...customAskedIn(search),
    ...Object.fromEntries(own),
    ...(typeof begins === 'string' && { do: begins }),
    ...(begins === 'rate' && typeof score === 'string' && { score }),
  }
}
