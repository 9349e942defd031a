// The pages of one's own account, for everybody who has one.
import { createRoute } from '@tanstack/react-router'
import type { AnyRoute } from '@tanstack/react-router'
import { pageWith } from './page-with-words.ts'

export function accountRoutes<Parent extends AnyRoute>(parent: Parent) {
  const me = createRoute({
    getParentRoute: () => parent,
    path: '/account',
    component: pageWith('account', () => import('../views/account/AboutMe.tsx'), 'AboutMe'),
  })
  const security = createRoute({
    getParentRoute: () => parent,
    path: '/account/security',
    component: pageWith('account', () => import('../views/account/Security.tsx'), 'Security'),
  })
  const tellings = createRoute({
    getParentRoute: () => parent,
    path: '/account/notifications',
    component: pageWith('account', () => import('../views/account/Tellings.tsx'), 'Tellings'),
  })
  const keys = createRoute({
    getParentRoute: () => parent,
    path: '/account/keys',
    component: pageWith('account', () => import('../views/account/MyKeys.tsx'), 'MyKeys'),
  })
  return [me, security, tellings, keys] as const
}
