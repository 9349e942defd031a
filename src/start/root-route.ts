import { createElement } from 'react'
import { Outlet, createRootRouteWithContext, lazyRouteComponent } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { NotFoundPage } from '../views/not-found-page.tsx'
import type { Session } from '../views/session.tsx'

/** What every address may ask before it opens; no session before anybody signed in. */
export type Context = { readonly client: QueryClient; readonly session: Session | undefined }

export const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Nothing })

const NothingInFrame = lazyRouteComponent(() => import('../views/app-shell.tsx'), 'NothingInFrame')

function Nothing() {
  const { session } = root.useRouteContext()
  return createElement(session ? NothingInFrame : NotFoundPage)
}
