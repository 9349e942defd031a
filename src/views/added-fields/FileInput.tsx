import { useEffect, useId } from 'react'
import type { ReactNode } from 'react'
import { AttachButton, AttachedFiles } from '../files/Attaching.tsx'
import { useFormTouched } from '../form-touched.ts'
import { useUploads } from '../files/use-uploads.tsx'
import { fileOf, typedFile } from './typed.ts'
import styles from './AddedFields.module.css'

/** Tells of one field by its key whether its file is on its way. */
export type OnBusy = (name: string, busy: boolean) => void

type Props = {
  readonly label: ReactNode
  readonly aside: string | false
  readonly help: ReactNode
  readonly error: string | undefined
  readonly value: string
  readonly onValue: (value: string) => void
  readonly name: string
  readonly onBusy: OnBusy | undefined
}

/** One file: chosen, sent at once, and named by the form when it goes. */
export const FileInput = ({ name, label, aside, help, error, value, onValue, onBusy }: Props) => {
  const id = useId()
  const file = fileOf(value)
  const touched = useFormTouched()
  const put = (typed: string) => {
    touched()
    onValue(typed)
  }
  const uploads = useUploads((arrived) => put(typedFile(arrived)))
  const { isBusy, under } = uploads
  useEffect(() => {
    onBusy?.(name, isBusy)
    return () => onBusy?.(name, false)
  }, [name, isBusy, onBusy])
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={error || help ? `${id}-says` : undefined}
      className={styles['group']}
    >
      <div id={id} className={styles['label']}>
        {label} {aside && <span className="dim">{aside}</span>}
      </div>
      <AttachedFiles files={file ? [{ ...file, type: '' }] : []} uploads={uploads} onRemove={() => put('')} />
      {!file && under.length === 0 && <AttachButton uploads={uploads} size="m" one />}
      {(error || help) && (
        <p id={`${id}-says`} className={styles[error ? 'error' : 'help']} role={error ? 'alert' : undefined}>
          {error || help}
        </p>
      )}
    </div>
  )
}
