import type { ReactNode } from 'react'
import pill from './Pill.module.css'
import styles from './ColourPill.module.css'

/** The families of tokens.css that an administrator may choose from. */
export type LabelColour = 'blue' | 'violet' | 'magenta' | 'green' | 'grey' | 'amber' | 'red' | 'teal'

/** A word of the organisation's own, in the colour that it was given. */
export const ColourPill = ({ colour, children }: { readonly colour: LabelColour; readonly children: ReactNode }) => (
  <span className={`${pill['pill']} ${styles['pill']}`} data-colour={colour}>
    <bdi>{children}</bdi>
  </span>
)

export const ColourDot = ({ colour }: { readonly colour: LabelColour }) => (
  <i className={styles['dot']} data-colour={colour} aria-hidden />
)
