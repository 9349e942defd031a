import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import { MultilingualTextInput } from '../../../fields/multilingual-text/MultilingualTextInput.tsx'
import { Button, Refused } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useDraft } from '../writing/use-draft.tsx'
import { useVerb } from '../use-verb.tsx'
import styles from './CustomerTicket.module.css'

type Props = {
  readonly number: number
  readonly verb: 'decline-solution' | 'reopen'
  /** Under which it is kept until it is sent. */
  readonly draft: string
  readonly label: string
  readonly hint?: string
  readonly send: string
  readonly onBack: () => void
}

/** Why it is not over, in the customer's own words. */
export const ReasonForm = ({ number, verb, draft, label, hint, send, onBack }: Props) => {
  const { t } = useWords()
  const [reason, setReason] = useDraft(draft)
  const act = useVerb(number)
  const submit = () => {
    if (!reason.trim() || act.isPending) return
    act.mutate({ verb, body: { reason } }, { onSuccess: () => setReason('') })
  }
  const problem = sentenceFor(act.error, t)
  return (
    <form
      className={styles['verdict']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MultilingualTextInput
        large
        autoFocus
        lines="many"
        rows={3}
        required
        label={label}
        {...(hint && { status: hint })}
        max={ticketTexts.reason.max}
        value={reason}
        onValue={setReason}
        onSubmit={submit}
      />
      <Refused>{problem}</Refused>
      <Button type="submit" kind="primary" size="l" wide busy={act.isPending}>
        {send}
      </Button>
      <Button size="l" wide onClick={onBack}>
        {t('customerTicket:answer.back')}
      </Button>
    </form>
  )
}
