import type { ReactNode } from 'react'
import { Avatar, Icon, KeyCap, Link, Mark, Menu } from '../ui/index.ts'
import type { IconName, MenuItem } from '../ui/index.ts'
import { classes } from '../ui/classes.ts'
import styles from './Rail.module.css'

export type NavItem = {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly href: string
  /** Already written in the reader's digits; none is not shown. */
  readonly count?: string | undefined
  /** Something in it waits too long. */
  readonly hot?: boolean
  readonly current?: boolean
}
export type NavSection = { readonly key: string; readonly heading?: string; readonly items: readonly NavItem[] }

export type RailProps = {
  readonly label?: string
  readonly organisation: string
  readonly home: string
  readonly find: { readonly label: string; readonly keys: string; readonly onFind: () => void }
  readonly nav: readonly NavSection[]
  readonly bell?: ReactNode
  readonly me: {
    readonly name: string
    readonly label: string
    readonly menu: readonly (readonly MenuItem[])[]
    /** Whether what is shown follows what happens, said in words to whoever cannot see the dot. */
    readonly live: 'live' | 'connecting' | 'reconnecting'
    readonly liveLabel: string
  }
  readonly onGone: () => void
}

export const Rail = ({ label, organisation, home, find, nav, bell, me, onGone }: RailProps) => (
  <nav className={styles['rail']} aria-label={label}>
    <div className={styles['brand']}>
      <Link href={home} className={styles['home']} onClick={onGone}>
        <Mark />
        <bdi className="cut">{organisation}</bdi>
      </Link>
      {bell && <span className={styles['bell']}>{bell}</span>}
    </div>
    <button
      type="button"
      className={styles['find']}
      onClick={() => {
        onGone()
        find.onFind()
      }}
    >
      <Icon name="search" />
      <span className={styles['grow']}>{find.label}</span>
      <KeyCap keys={find.keys} />
    </button>
    <div className={styles['sections']}>
      {nav.map((section) => (
        <Section key={section.key} section={section} onGone={onGone} />
      ))}
    </div>
    <Menu
      label={me.label}
      groups={me.menu}
      anchor={(anchor) => (
        <button type="button" {...anchor} className={styles['me']}>
          <Avatar name={me.name} size="m" ours />
          <bdi className={classes('cut', styles['grow'])}>{me.name}</bdi>
          <span className="sr-only">
            {me.label}, {me.liveLabel}
          </span>
          <i className={styles['live']} data-live={me.live} title={me.liveLabel} />
        </button>
      )}
    />
  </nav>
)

const Section = ({ section, onGone }: { section: NavSection; onGone: () => void }) => (
  <div role="group" aria-label={section.heading}>
    {section.heading && (
      <div className={styles['heading']} aria-hidden>
        {section.heading}
      </div>
    )}
    <ul>
      {section.items.map((item) => (
        <li key={item.key}>
          <Link
            href={item.href}
            className={styles['item']}
            aria-current={item.current ? 'page' : undefined}
            onClick={onGone}
          >
            <Icon name={item.icon} />
            <span className={classes('cut', styles['grow'])}>{item.label}</span>
            {item.count && (
              <span className={styles['count']} data-hot={item.hot || undefined}>
                {item.count}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  </div>
)
