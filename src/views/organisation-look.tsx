import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { tokensOf } from '../settings/look.ts'
import type { Look } from '../settings/look.ts'
import { LogoContext } from '../web/ui/index.ts'

type Props = Look & { readonly logo: string | null; readonly children: ReactNode }

/** The organisation's colours and logo, for everything inside; what is set goes with it. */
export const OrganisationLook = ({ accent, labels, logo, children }: Props) => {
  useLayoutEffect(() => {
    const tokens = Object.entries(tokensOf({ accent, labels }))
    const { style } = document.documentElement
    for (const [name, value] of tokens) style.setProperty(name, value)
    return () => {
      for (const [name] of tokens) style.removeProperty(name)
    }
  }, [accent, labels])
  return <LogoContext value={logo}>{children}</LogoContext>
}
