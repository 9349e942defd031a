import { useState } from 'react'
import { Button, Icon, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Asked } from './asked.ts'
import { fileAddress } from './statistics-question.tsx'
import styles from '../look-back/LookBack.module.css'

/** The graph as a picture, its figures as a table for programs. */
export const SaveGraph = ({ asked }: { readonly asked: Asked }) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      align="end"
      label={t('statistics:save.label')}
      anchor={(anchor) => (
        <Button {...anchor} kind="quiet" size="s" icon="download">
          {t('statistics:save.label')}
        </Button>
      )}
    >
      {(['png', 'csv'] as const).map((ending) => (
        <a
          key={ending}
          className={styles['fileLink']}
          href={fileAddress(asked, ending)}
          download
          onClick={() => setOpen(false)}
        >
          <Icon name={ending === 'png' ? 'image' : 'file'} />
          {t(`statistics:save.${ending}`)}
        </a>
      ))}
    </Popover>
  )
}
