import type { ReactNode } from 'react'
import { classes } from '../web/ui/classes.ts'
import { useSession } from './session.tsx'
import styles from './customer-page.module.css'

type Props = { readonly className: string | undefined; readonly children: ReactNode }

/** The narrow column in which customers read; staff, who ask for things too, find it beside their rail. */
export const CustomerPage = ({ className, children }: Props) => {
  const { me } = useSession()
  return (
    <div className={styles['page']} data-staff={me.isStaff || undefined}>
      <div className={classes(styles['column'], className)}>{children}</div>
    </div>
  )
}
