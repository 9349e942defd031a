import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { ticketNumberIn } from '../../settings/shown-number.ts'
import type { Asked } from './asked.ts'
import type { Opening } from './adding.tsx'
import { Chip } from './Chip.tsx'
import styles from './ClosedTickets.module.css'

type Props = { readonly asked: Asked; readonly onChange: (changed: Asked) => void; readonly opening: Opening }

/** One ticket and all its closings. */
export const NumberChip = ({ asked: { number }, onChange, opening }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  return (
    <Chip
      {...opening}
      label={t('closedTickets:number.label')}
      value={number ? label(Number(number)) : t('closedTickets:number.any')}
      onClear={number ? () => onChange({ number: '' }) : undefined}
    >
      {(close) => (
        <Asking
          number={number ?? ''}
          onNumber={(asked) => {
            close()
            onChange({ number: asked })
          }}
        />
      )}
    </Chip>
  )
}

const Asking = ({ number, onNumber }: { readonly number: string; readonly onNumber: (number: string) => void }) => {
  const { t } = useWords()
  const { settings } = useSession()
  const [typed, type] = useState(number)
  const [isWrong, setWrong] = useState(false)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const asked = ticketNumberIn(typed, settings.numberPrefix)
    if (asked === undefined && typed.trim() !== '') return setWrong(true)
    onNumber(asked === undefined ? '' : String(asked))
  }
  return (
    <form className={styles['asking']} onSubmit={ask} noValidate>
      <TextField
        label={t('closedTickets:number.label')}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        maxLength={24}
        value={typed}
        onValue={(value) => {
          setWrong(false)
          type(value)
        }}
        error={isWrong && t('closedTickets:number.wrong')}
      />
      <Button type="submit">{t('closedTickets:number.show')}</Button>
    </form>
  )
}
