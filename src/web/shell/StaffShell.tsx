import { useState } from 'react'
import type { ReactNode } from 'react'
import { IconButton, Mark, Sheet } from '../ui/index.ts'
import { classes } from '../ui/classes.ts'
import { Rail } from './Rail.tsx'
import type { RailProps } from './Rail.tsx'
import { useDrawer } from './drawer.ts'
import styles from './StaffShell.module.css'

type Props = Omit<RailProps, 'onGone'> & {
  readonly words: {
    readonly skip: string
    readonly main: string
    readonly openMenu: string
    readonly closeMenu: string
  }
  /** The page's address: who goes to another one, by whatever is in the drawer, is done with it. */
  readonly at: string
  /** What concerns whoever is here, whatever they look at. */
  readonly notice?: ReactNode
  /** A view that brings its own sheets says so. */
  readonly bare?: boolean
  readonly children: ReactNode
}

/** The rail lies on the desk, the work on one white sheet. Under 900 px the rail waits behind a button. */
export const StaffShell = ({ words, at, notice, bare = false, children, ...rail }: Props) => {
  const [open, setOpen] = useState(false)
  const [was, setWas] = useState(at)
  if (was !== at) {
    setWas(at)
    setOpen(false)
  }
  const drawer = useDrawer(open, () => setOpen(false))
  return (
    <div className={styles['shell']} data-drawer={open || undefined}>
      <a className={styles['skip']} href="#main">
        {words.skip}
      </a>
      <header className={styles['top']}>
        <IconButton icon="menu" size="m" label={words.openMenu} aria-expanded={open} onClick={() => setOpen(true)} />
        <Mark size={24} />
        <bdi className={classes('cut', styles['organisation'])}>{rail.organisation}</bdi>
        {rail.bell}
      </header>
      <div className={styles['scrim']} onClick={() => setOpen(false)} aria-hidden />
      <div ref={drawer} className={styles['rail']}>
        <IconButton
          className={styles['close']}
          icon="close"
          size="m"
          label={words.closeMenu}
          onClick={() => setOpen(false)}
        />
        <Rail {...rail} label={words.main} onGone={() => setOpen(false)} />
      </div>
      {notice && <aside className={styles['notice']}>{notice}</aside>}
      <main id="main" tabIndex={-1} className={styles['main']} inert={open}>
        {bare ? children : <Sheet>{children}</Sheet>}
      </main>
    </div>
  )
}
