import { useDeferredValue, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PickList } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Asked } from './asked.ts'
import type { Opening } from './adding.tsx'
import { Chip } from './Chip.tsx'
import { whoseQuery } from './closed-tickets-questions.tsx'

type Of = 'customer' | 'organisation'
type Props = {
  readonly of: Of
  readonly asked: Asked
  readonly onChange: (changed: Asked) => void
  readonly opening: Opening
}

/** Whose tickets they are: one of however many customers or organisations, found on the server while one types. */
export const WhoseChip = ({ of, asked, onChange, opening }: Props) => {
  const { t } = useWords()
  const id = asked[of]
  const { data } = useQuery({ ...whoseQuery(of, { id }), enabled: Boolean(id) })
  const name = data?.find((each) => each.id === id)?.name
  return (
    <Chip
      {...opening}
      label={t(`closedTickets:${of}.label`)}
      value={id ? (name ?? '…') : t(`closedTickets:${of}.any`)}
      onClear={id ? () => onChange({ [of]: '' }) : undefined}
    >
      {(close) => (
        <Choosing
          of={of}
          chosen={id}
          onPick={(picked) => {
            close()
            onChange({ [of]: picked })
          }}
        />
      )}
    </Chip>
  )
}

type ChoosingProps = { readonly of: Of; readonly chosen: string | undefined; readonly onPick: (id: string) => void }

const Choosing = ({ of, chosen, onPick }: ChoosingProps) => {
  const { t } = useWords()
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const { data = [], isPending } = useQuery({ ...whoseQuery(of, { search }), placeholderData: keepPreviousData })
  return (
    <PickList
      label={t(`closedTickets:${of}.label`)}
      placeholder={t(`closedTickets:${of}.find`)}
      nothing={isPending ? '…' : t('incoming:filterNothing')}
      // the server has found them, by more than their names
      sections={[{ key: of, options: data.map(({ id, name }) => ({ key: id, label: name, also: typed })) }]}
      chosen={chosen}
      onWords={type}
      onPick={onPick}
    />
  )
}
