import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { AttachButton, AttachedFiles } from '../files/Attaching.tsx'
import { useFormTouched } from '../form-touched.ts'
import { useUploads } from '../files/use-uploads.tsx'
import { AskedGroup } from './AskedGroup.tsx'
import { fileOf, typedFile } from './typed.ts'

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
    <AskedGroup label={label} aside={aside} help={help} error={error}>
      <AttachedFiles files={file ? [{ ...file, type: '' }] : []} uploads={uploads} onRemove={() => put('')} />
      {!file && under.length === 0 && <AttachButton uploads={uploads} size="m" one />}
    </AskedGroup>
  )
}
