import type { ReactNode } from 'react'
import { StatusGlyph } from './StatusGlyph.tsx'
import type { Status } from './StatusGlyph.tsx'
import pill from './Pill.module.css'

export type SolutionState = 'inReview' | 'returned' | 'offered' | 'accepted' | 'declined' | 'withdrawn'
export type Tone = 'neutral' | 'accent' | 'wait' | 'danger' | 'success'

/** Few words on a soft ground. */
export const Pill = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={pill['pill']} data-tone={tone}>
    {children}
  </span>
)

export const StatusPill = ({ status, label }: { readonly status: Status; readonly label: string }) => (
  <span className={pill['pill']} data-status={status}>
    <StatusGlyph status={status} size={13} />
    {label}
  </span>
)

/** Its colour never contradicts the status beside it: what is in review is in progress, what is offered is responded. */
export const SolutionPill = ({ state, label }: { readonly state: SolutionState; readonly label: string }) => (
  <span className={pill['pill']} data-solution={state}>
    {label}
  </span>
)
