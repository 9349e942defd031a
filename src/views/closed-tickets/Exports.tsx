import { useState } from 'react'
import { Button, Icon, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Asked } from './asked.ts'
import { exportAddress } from './closed-tickets-questions.tsx'
import styles from './ClosedTickets.module.css'

/** Every row of the list as a file: for programs, or for people. Plain links, so that the browser shows how far it is. */
export const Exports = ({ asked }: { readonly asked: Asked }) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      align="end"
      label={t('closedTickets:export.label')}
      anchor={(anchor) => (
        <Button {...anchor} icon="download">
          {t('closedTickets:export.label')}
        </Button>
      )}
    >
      {(['xlsx', 'csv'] as const).map((ending) => (
        <a
          key={ending}
          className={styles['export']}
          href={exportAddress(asked, ending)}
          download
          onClick={() => setOpen(false)}
        >
          <Icon name={ending === 'csv' ? 'file' : 'columns'} />
          <b>{t(`closedTickets:export.${ending}`)}</b>
          <span>{t(`closedTickets:export.${ending}Hint`)}</span>
        </a>
      ))}
    </Popover>
  )
}
