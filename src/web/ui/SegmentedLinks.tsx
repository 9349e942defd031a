import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Link } from './Link.tsx'
import styles from './Segmented.module.css'

type Place = { readonly href: string; readonly label: ReactNode; readonly current: boolean }
type Props = { readonly label: string; readonly places: readonly Place[]; readonly className?: string | undefined }

/** Places beside each other, all in sight, one of which is this one; it looks as one of a few does. */
export const SegmentedLinks = ({ label, places, className }: Props) => (
  <nav ref={showCurrent} className={classes(styles['group'], styles['strip'], className)} aria-label={label}>
    {places.map(({ href, label: name, current }) => (
      <Link key={href} href={href} className={styles['option']} aria-current={current ? 'page' : undefined}>
        {name}
      </Link>
    ))}
  </nav>
)

/** On a narrow page the part that is shown may lie beyond the edge of the strip. */
export const showCurrent = (strip: HTMLElement | null): void =>
  strip?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
