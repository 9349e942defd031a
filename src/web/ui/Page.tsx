import type { ReactNode, Ref } from 'react'
import styles from './Page.module.css'
import { classes } from './classes.ts'

/** The white sheet on the desk: the work. Holds one page, or regions side by side with a hairline between. */
export const Sheet = ({ children, className }: { readonly children: ReactNode; readonly className?: string }) => (
  <div className={classes(styles['sheet'], className)}>{children}</div>
)

type Props = {
  readonly title: ReactNode
  readonly count?: ReactNode
  /** At the head's end: the page's one or two buttons. */
  readonly actions?: ReactNode
  /** Under the head, above what scrolls: chips, a stale banner. */
  readonly under?: ReactNode
  readonly foot?: ReactNode
  readonly width?: 'full' | 'reading'
  /** What scrolls in it. */
  readonly scroller?: Ref<HTMLDivElement>
  /** Something lies over it: what cannot be seen cannot be come to. */
  readonly covered?: boolean
  readonly children: ReactNode
}

export const Page = (props: Props) => {
  const { title, count, actions, under, foot, width = 'full', scroller, covered = false, children } = props
  return (
    <div className={styles['page']} inert={covered}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{title}</h1>
        {count !== undefined && <span className={styles['count']}>{count}</span>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {under && <div className={styles['under']}>{under}</div>}
      <div ref={scroller} className={styles['body']} data-width={width}>
        {children}
      </div>
      {foot && <footer className={styles['foot']}>{foot}</footer>}
    </div>
  )
}

type CardProps = {
  readonly children: ReactNode
  readonly raised?: boolean
  readonly className?: string
  readonly label?: string
}

/** On the customer's side, where a sheet is a card on the desk. */
export const Card = ({ children, raised = false, className, label }: CardProps) => (
  <section className={classes(styles['card'], raised && styles['raised'], className)} aria-label={label}>
    {children}
  </section>
)
