// The pages of whoever is not signed in, or not wholly.
import { createRoute, redirect } from '@tanstack/react-router'
import { isOwnAddress } from '../users/my-account/own-address.ts'
import { meQuery } from '../views/session.tsx'
import { pageWith } from './page-with-words.ts'
import { root } from './root-route.ts'
import type { Context } from './root-route.ts'

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
  beforeLoad: ({ context, search }) => {
    if (!context.session) redirect({ to: '/sign-in', throw: true })
    if (!lacksSecondFactor(context)) redirect({ href: search.to ?? '/', throw: true })
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

export const outsideRoutes = outside.addChildren([
  signIn,
  forgotPassword,
  resetPassword,
  invitation,
  register,
  confirmRegistration,
  secondFactor,
  ticketLink,
  setup,
])

/** Back to where one wanted to go, but never to another site. */
function wayOn(search: Record<string, unknown>): { to?: string } {
  return isOwnAddress(search['to']) ? { to: search['to'] } : {}
}

/** As it is known by now, which the page asks too: of two answers each would send them to the other for ever. */
export const lacksSecondFactor = ({ client, session }: Context): boolean => {
  const me = client.getQueryData(meQuery.queryKey) ?? session?.me
  return me !== undefined && me.secondFactor.required && !me.secondFactor.on
}
