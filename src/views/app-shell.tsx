// What stands round the pages of whoever is signed in: staff's rail, or the customer's bar.
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { toasts } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { CustomerFrame } from './customer-frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { placeForCustomer } from './pages-of-customers.ts'
import { useSession } from './session.tsx'
import { StaffFrame } from './staff-frame.tsx'

export const AppShell = () => {
  const { me } = useSession()
  useFocusOnNewPage()
  useToldOfLeaving()
  const here = useLocation({ select: ({ href }) => href })
  if (me.secondFactor.required && !me.secondFactor.on) return <Navigate to="/second-factor" search={{ to: here }} />
  return (
    <Framed>
      <Page />
    </Framed>
  )
}

/** What stands at an address where nothing is, for whoever is signed in: they keep the way to everything else. */
export const NothingInFrame = () => (
  <Framed>
    <NotFoundPage />
  </Framed>
)

const Framed = ({ children }: { readonly children: ReactNode }) => {
  const { me } = useSession()
  const Frame = me.isStaff ? StaffFrame : CustomerFrame
  return <Frame>{children}</Frame>
}

const Page = () => {
  const { me } = useSession()
  const pathname = useLocation({ select: (location) => location.pathname })
  const place = me.isStaff ? 'here' : placeForCustomer(pathname)
  if (place === 'here') return <Outlet />
  if (place === 'nowhere') return <NotFoundPage />
  return <Navigate to="/tickets/$number" params={{ number: place.ticket }} replace />
}

/** Their last right of staff was taken while they were here: the pages are a customer's from now on, and that is said. */
const useToldOfLeaving = (): void => {
  const { t } = useWords()
  const { isStaff, secondFactor } = useSession().me
  // whoever has to set up a second factor has no right until then, and is led there
  const isLed = secondFactor.required && !secondFactor.on
  const before = useRef(isStaff)
  useEffect(() => {
    if (isLed) return
    if (before.current && !isStaff) toasts.show({ text: t('staff:noLongerStaff') })
    before.current = isStaff
  }, [isStaff, isLed, t])
}

/** A page that was gone to is read from its beginning. From ticket to ticket beside a list the focus stays in the list. */
const useFocusOnNewPage = (): void => {
  const page = useLocation({ select: ({ pathname }) => (pathname.startsWith('/incoming') ? '/incoming' : pathname) })
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [page])
}
