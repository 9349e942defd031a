// The pages of one's own account, for everybody who has one.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { AnyRoute } from '@tanstack/react-router'

export function accountRoutes<Parent extends AnyRoute>(parent: Parent) {
  const me = createRoute({
    getParentRoute: () => parent,
    path: '/account',
    component: lazyRouteComponent(() => import('../views/account/AboutMe.tsx'), 'AboutMe'),
  })
  const security = createRoute({
    getParentRoute: () => parent,
    path: '/account/security',
    component: lazyRouteComponent(() => import('../views/account/Security.tsx'), 'Security'),
  })
  const tellings = createRoute({
    getParentRoute: () => parent,
    path: '/account/notifications',
    component: lazyRouteComponent(() => import('../views/account/Tellings.tsx'), 'Tellings'),
  })
  const keys = createRoute({
    getParentRoute: () => parent,
    path: '/account/keys',
    component: lazyRouteComponent(() => import('../views/account/MyKeys.tsx'), 'MyKeys'),
  })
  return [me, security, tellings, keys] as const
}
