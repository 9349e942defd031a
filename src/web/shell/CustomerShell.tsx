import type { ReactNode } from 'react'
import { Mark, Link } from '../ui/index.ts'
import { classes } from '../ui/classes.ts'
import styles from './CustomerShell.module.css'

type Props = {
  readonly organisation: string
  readonly home: string
  readonly skip: string
  /** The word in the top bar that leads to their requests. */
  readonly links?: readonly {
    readonly key: string
    readonly label: string
    readonly href: string
    readonly current?: boolean
  }[]
  readonly language?: ReactNode
  readonly bell?: ReactNode
  readonly me?: ReactNode
  /** A phone's column, or room for an aside beside it. */
  readonly width?: 'column' | 'wide'
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** Phone first: one column on the desk, a bar above it with who one is talking to. */
export const CustomerShell = (props: Props) => (
  <div className={classes(styles['shell'], props.width === 'wide' && styles['wide'])}>
    <a className={styles['skip']} href="#main">
      {props.skip}
    </a>
    <header className={styles['bar']}>
      <Link href={props.home} className={styles['home']}>
        <Mark size={26} />
        <bdi className="cut">{props.organisation}</bdi>
      </Link>
      <nav className={styles['links']}>
        {props.links?.map(({ key, label, href, current }) => (
          <Link key={key} href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </Link>
        ))}
        {props.language}
      </nav>
      {props.bell && <span className={styles['bell']}>{props.bell}</span>}
      {props.me}
    </header>
    <main id="main" tabIndex={-1} className={styles['main']}>
      {props.children}
    </main>
    {props.footer && <footer className={styles['footer']}>{props.footer}</footer>}
  </div>
)
