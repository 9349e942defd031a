import { useState } from 'react'
import type { ReactNode } from 'react'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextArea } from './Field.tsx'
import styles from './ConfirmDialog.module.css'

type Reason = {
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly maxLength?: number
}
type Props = {
  readonly open: boolean
  readonly title: ReactNode
  /** What will happen, in words. */
  readonly children?: ReactNode
  /** A verb: "Close the ticket", never "OK". */
  readonly confirm: string
  readonly cancel: string
  readonly danger?: boolean
  readonly reason?: Reason
  readonly busy?: boolean
  /** Why it was refused; what was written stays. */
  readonly problem?: string | undefined
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** Before what cannot be taken back. */
export const ConfirmDialog = (props: Props) => (
  <Dialog open={props.open} onClose={props.onCancel} title={props.title}>
    <ConfirmForm {...props} />
  </Dialog>
)

/** What stands in it, for a dialog that asks before a reason is lost. */
export const ConfirmForm = ({
  children,
  confirm,
  cancel,
  danger,
  reason,
  busy = false,
  problem,
  onConfirm,
  onCancel,
}: Props) => {
  const [said, say] = useState('')
  const missing = Boolean(reason?.required) && !said.trim()
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !busy) onConfirm(said.trim())
      }}
    >
      {children && <div>{children}</div>}
      {reason && (
        <TextArea
          label={reason.label}
          hint={reason.hint}
          value={said}
          required={reason.required}
          maxLength={reason.maxLength}
          rows={3}
          autoFocus
          onValue={say}
          onSubmit={() => !missing && !busy && onConfirm(said.trim())}
        />
      )}
      {problem && (
        <Banner tone="danger" live>
          {problem}
        </Banner>
      )}
      <div className={styles['buttons']}>
        <Button size="m" onClick={onCancel}>
          {cancel}
        </Button>
        <Button size="m" type="submit" kind={danger ? 'danger' : 'primary'} busy={busy} disabled={missing}>
          {confirm}
        </Button>
      </div>
    </form>
  )
}
