// Every address of the product and the page that is shown there. Each page is a chunk of its own, fetched when it is gone to.
import {
  Outlet,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import type { Filled } from '../fields/form.ts'
import { incomingForm } from '../queries/incoming-requests/incoming-requests.ts'
import { isOwnAddress } from '../users/own-address.ts'
import { customAskedIn } from '../views/added-fields/custom-asked.ts'
import type { CustomAsked } from '../views/added-fields/custom-asked.ts'
import { FailedPage } from '../views/failed-page.tsx'
import { NotFoundPage } from '../views/not-found-page.tsx'
import { homeOf } from '../views/queues-for.ts'
import type { Session } from '../views/session.tsx'
import { accountRoutes } from './account-routes.tsx'
import { pageWith } from './page-with-words.ts'
import { settingsRoutes } from './settings-routes.tsx'

type Context = { readonly client: QueryClient; readonly session: Session | undefined }

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage })

// Before anybody is known.

const outside = createRoute({ getParentRoute: () => root, id: 'outside' })

const signIn = createRoute({
  getParentRoute: () => outside,
  path: '/sign-in',
  validateSearch: (search): { to?: string; outside?: string; code?: string } => ({
    ...wayOn(search),
    ...(typeof search['outside'] === 'string' && { outside: search['outside'] }),
    ...(search['code'] === 'asked' && { code: 'asked' }),
  }),
  beforeLoad: ({ context, search }) => {
    // who came by a link in a mail may still sign in
    if (context.session && context.session.me.onlyTicket === null) redirect({ href: search.to ?? '/', throw: true })
  },
  component: pageWith('account', () => import('../views/sign-in/SignIn.tsx'), 'SignIn'),
})
const forgotPassword = createRoute({
  getParentRoute: () => outside,
  path: '/forgot-password',
  component: pageWith('account', () => import('../views/sign-in/ForgotPassword.tsx'), 'ForgotPassword'),
})
const resetPassword = createRoute({
  getParentRoute: () => outside,
  path: '/reset-password',
  component: pageWith('account', () => import('../views/sign-in/ResetPassword.tsx'), 'ResetPassword'),
})
const invitation = createRoute({
  getParentRoute: () => outside,
  path: '/invitation',
  component: pageWith('account', () => import('../views/sign-in/Invitation.tsx'), 'Invitation'),
})
const register = createRoute({
  getParentRoute: () => outside,
  path: '/register',
  component: pageWith('account', () => import('../views/sign-in/Register.tsx'), 'Register'),
})
const confirmRegistration = createRoute({
  getParentRoute: () => outside,
  path: '/confirm-registration',
  component: pageWith('account', () => import('../views/sign-in/ConfirmRegistration.tsx'), 'ConfirmRegistration'),
})
/** Signed in, and not yet let in: their role asks for a second factor. */
const secondFactor = createRoute({
  getParentRoute: () => outside,
  path: '/second-factor',
  validateSearch: wayOn,
  beforeLoad: ({ context: { session }, search }) => {
    if (!session) redirect({ to: '/sign-in', throw: true })
    if (!lacksSecondFactor(session)) redirect({ href: search.to ?? '/', throw: true })
  },
  component: pageWith('account', () => import('../views/sign-in/SecondFactorNeeded.tsx'), 'SecondFactorNeeded'),
})
const ticketLink = createRoute({
  getParentRoute: () => outside,
  path: '/t/$token',
  component: pageWith('account', () => import('../views/sign-in/TicketLink.tsx'), 'TicketLink'),
})
const setup = createRoute({
  getParentRoute: () => outside,
  path: '/setup',
  component: pageWith('account', () => import('../views/first-run/FirstRun.tsx'), 'FirstRun'),
})

// For whoever is signed in.

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ context, location }) => {
    if (!context.session)
      redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href }, throw: true })
    if (lacksSecondFactor(context.session))
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
  outside.addChildren([
    signIn,
    forgotPassword,
    resetPassword,
    invitation,
    register,
    confirmRegistration,
    secondFactor,
    ticketLink,
    setup,
  ]),
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

/** Back to where one wanted to go, but never to another site. */
function wayOn(search: Record<string, unknown>): { to?: string } {
  return isOwnAddress(search['to']) ? { to: search['to'] } : {}
}

const lacksSecondFactor = (session: Session | undefined): boolean =>
  session !== undefined && session.me.secondFactor.required && !session.me.secondFactor.on

const { queue, words, group, member, waiting } = incomingForm
const narrowing = { queue, words, group, member, waiting }
type IncomingSearch = Filled<typeof narrowing> & CustomAsked

/** What the address says about the list, as the query takes it; what it does not take is left out. */
function incomingSearch(search: Record<string, unknown>): IncomingSearch {
  const parsed = Object.entries(narrowing).map(([name, field]) => {
    // The router reads a number where digits stand; here they are words.
    const given = typeof search[name] === 'number' ? String(search[name]) : search[name]
    return [name, field.parse(given)] as const
  })
  const own = parsed.flatMap(([name, field]) => (field.ok ? [[name, field.value] as const] : []))
  return { ...customAskedIn(search), ...Object.fromEntries(own) }
}
