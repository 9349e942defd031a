import { useState } from 'react'
import { Button, Choices, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { columns, fixedColumns } from './columns.ts'
import type { Column } from './columns.ts'
import type { ShownColumns } from './shown-columns.tsx'

type Props = { readonly shown: ShownColumns }

/** The list's own columns, then the organisation's fields; retired ones too, since tickets still hold their values. */
export const ColumnsChoice = ({ shown }: Props) => {
  const { t } = useWords()
  const { read } = useSession()
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
      <Choices<Column>
        kind="checkbox"
        name={t('closedTickets:columns')}
        choices={[
          ...columns
            .filter((column) => !fixedColumns.includes(column))
            .map((column) => ({ value: column, label: t(`closedTickets:column.${column}`) })),
          ...[...shown.fields].map(([column, { label }]) => ({ value: column as Column, label: read(label).text })),
        ]}
        chosen={shown.columns}
        onChosen={(chosen) => shown.choose([...fixedColumns, ...chosen])}
      />
    </Popover>
  )
}
