import type { ReactNode } from 'react'
import { Banner } from './Banner.tsx'

/** What was refused and belongs to no field, read out at once; nothing where nothing was. */
export const Refused = ({ children }: { readonly children: ReactNode }) =>
  children ? (
    <Banner tone="danger" live>
      {children}
    </Banner>
  ) : null
