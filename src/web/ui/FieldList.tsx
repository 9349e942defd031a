import type { ReactNode } from 'react'
import styles from './FieldList.module.css'

/** A ticket's fields: labels over values, no boxes until one points at them. */
export const FieldList = ({ children, label }: { readonly children: ReactNode; readonly label?: string }) => (
  <dl className={styles['list']} aria-label={label}>
    {children}
  </dl>
)

type Props = {
  readonly label: ReactNode
  readonly children: ReactNode
  /** A hairline above: another group of fields begins. */
  readonly line?: boolean
  /** Makes the value a button, named so: "Change assignee". */
  readonly edit?: { readonly label: string; readonly onEdit: () => void }
}

export const FieldItem = ({ label, children, line = false, edit }: Props) => (
  <div className={styles['item']} data-line={line || undefined}>
    <dt className={styles['label']}>{label}</dt>
    <dd className={styles['value']}>
      {edit ? (
        <button type="button" className={styles['edit']} title={edit.label} onClick={edit.onEdit}>
          {children}
        </button>
      ) : (
        children
      )}
    </dd>
  </div>
)
