import { heavy, icons, turning } from './icons.ts'
import type { IconName } from './icons.ts'
import { classes } from './classes.ts'
import styles from './Icon.module.css'

type Props = {
  readonly name: IconName
  readonly size?: number
  readonly className?: string | undefined
  readonly label?: string
}

/** Decoration unless it has a label: then it is an image of that name. */
export const Icon = ({ name, size = 16, className, label }: Props) => (
  <svg
    className={classes(styles['icon'], turning.has(name) && styles['turns'], className)}
    viewBox="0 0 16 16"
    width={size}
    height={size}
    strokeWidth={heavy.has(name) ? 2.2 : 1.5}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    <path d={icons[name]} />
  </svg>
)
