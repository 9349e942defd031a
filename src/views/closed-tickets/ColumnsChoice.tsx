import { useState } from 'react'
import { Button, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Choices } from './Chip.tsx'
import { columns, fixedColumns } from './columns.ts'
import type { Column } from './columns.ts'

type Props = { readonly shown: readonly Column[]; readonly onShown: (columns: Column[]) => void }

export const ColumnsChoice = ({ shown, onShown }: Props) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      align="end"
      label={t('closedTickets:columns')}
      anchor={(anchor) => (
        <Button {...anchor} kind="quiet" icon="columns">
          {t('closedTickets:columns')}
        </Button>
      )}
    >
      <Choices
        kind="checkbox"
        name={t('closedTickets:columns')}
        choices={columns
          .filter((column) => !fixedColumns.includes(column))
          .map((column) => ({ value: column, label: t(`closedTickets:column.${column}`) }))}
        chosen={shown}
        onChosen={(chosen) => onShown([...fixedColumns, ...chosen])}
      />
    </Popover>
  )
}
