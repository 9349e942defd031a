import type { ComponentProps } from 'react'
import { ConfirmForm } from '../web/ui/index.ts'
import { FormDialog } from './FormDialog.tsx'

/** Asks for a reason before what cannot simply be taken back; a reason that was typed is not lost by Escape or a press beside it. */
export const ReasonDialog = (props: ComponentProps<typeof ConfirmForm>) => (
  <FormDialog open={props.open} onClose={props.onCancel} title={props.title}>
    <ConfirmForm {...props} />
  </FormDialog>
)
