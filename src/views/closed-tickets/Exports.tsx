import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExportFormat } from '../../queries/exports/exports.ts'
import { Button, Icon, Popover, toasts } from '../../web/ui/index.ts'
import type { IconName } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { exportsQuery, isUnderWay, useAskForExport } from '../exports-question.tsx'
import { sentenceFor } from '../problem-words.tsx'
import type { Asked } from './asked.ts'
import { closedCountQuery, exportAddress } from './closed-tickets-questions.tsx'
import styles from './ClosedTickets.module.css'

type Props = {
  readonly asked: Asked
  /** How many rows there are, where the page shows all of them. */
  readonly whole: number | undefined
}

/**
 * Every row of the list as a file: for programs, or for people. A plain link, so that the browser shows how far it is; what is
 * long is written meanwhile, and the bell says when it is there.
 */
export const Exports = ({ asked, whole }: Props) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  // counted only when somebody is about to export: whether they are many decides who writes the file
  const { data: counted, isError } = useQuery({ ...closedCountQuery(asked), enabled: open && whole === undefined })
  const count = whole === undefined ? counted : { count: whole, more: false }
  // not counted, it may be many
  const isLong = count?.more ?? isError
  const ask = useAskForExport('closed-tickets')
  const askFor = (format: ExportFormat) => {
    setOpen(false)
    ask.mutate(
      { format, filters: asked },
      {
        onSuccess: () => toasts.show({ text: t('closedTickets:export.begun') }),
        onError: (problem) => toasts.show({ text: sentenceFor(problem, t) ?? '', tone: 'danger' }),
      },
    )
  }
  return (
    <>
      <UnderWay />
      <Popover
        open={open}
        onOpen={setOpen}
        align="end"
        label={t('closedTickets:export.label')}
        anchor={(anchor) => (
          <Button {...anchor} icon="download" busy={ask.isPending}>
            {count && !count.more
              ? t('closedTickets:export.rows', { rows: t('plurals:rows', { count: count.count }) })
              : t('closedTickets:export.label')}
          </Button>
        )}
      >
        {!count && !isError && <p className={styles['exportNote']}>{t('closedTickets:export.counting')}</p>}
        {(count || isError ? (['xlsx', 'csv'] as const) : []).map((format) =>
          isLong ? (
            <button key={format} type="button" className={styles['export']} onClick={() => askFor(format)}>
              <Format format={format} />
            </button>
          ) : (
            <a
              key={format}
              className={styles['export']}
              href={exportAddress(asked, format)}
              download
              onClick={() => setOpen(false)}
            >
              <Format format={format} />
            </a>
          ),
        )}
        {isLong && <p className={styles['exportNote']}>{t('closedTickets:export.long')}</p>}
      </Popover>
    </>
  )
}

const icons = { csv: 'file', xlsx: 'columns' } as const satisfies Record<ExportFormat, IconName>

const Format = ({ format }: { readonly format: ExportFormat }) => {
  const { t } = useWords()
  return (
    <>
      <Icon name={icons[format]} />
      <b>{t(`closedTickets:export.${format}`)}</b>
      <span>{t(`closedTickets:export.${format}Hint`)}</span>
    </>
  )
}

const UnderWay = () => {
  const { t } = useWords()
  const one = useQuery(exportsQuery).data?.find(isUnderWay)
  if (!one) return null
  return (
    <span role="status" className={styles['underWay']}>
      {t('closedTickets:export.underWay', { rows: t('plurals:rows', { count: one.rows }) })}
    </span>
  )
}
