import type { FormEvent, ReactNode } from 'react'
import { Button, Refused } from '../../web/ui/index.ts'

type Props = {
  readonly button: string
  readonly busy: boolean
  /** What no field says. */
  readonly sentence: string | undefined
  readonly onSend: () => void
  readonly children: ReactNode
}

/** The form on the card of somebody who is not signed in: its fields, what is wrong, one button. */
export const OutsideForm = ({ button, busy, sentence, onSend, children }: Props) => {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSend()
  }
  return (
    <form style={{ display: 'grid', gap: 16 }} onSubmit={submit}>
      {children}
      <Refused>{sentence}</Refused>
      <Button type="submit" kind="primary" size="l" wide busy={busy}>
        {button}
      </Button>
    </form>
  )
}
