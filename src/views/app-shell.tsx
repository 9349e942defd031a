// What stands round the pages of whoever is signed in: staff's rail, or the customer's bar.
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { CustomerFrame } from './customer-frame.tsx'
import { useSession } from './session.tsx'
import { StaffFrame } from './staff-frame.tsx'

export const AppShell = () => {
  const { me } = useSession()
  useFocusOnNewPage()
  const here = useLocation({ select: ({ href }) => href })
  if (me.secondFactor.required && !me.secondFactor.on) return <Navigate to="/second-factor" search={{ to: here }} />
  const Frame = me.isStaff ? StaffFrame : CustomerFrame
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
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
