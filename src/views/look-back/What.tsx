import { useState } from 'react'
import { Icon, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './LookBack.module.css'

/** "What is this?" beside a figure: its definition, in the words of docs/figures.md. */
export const What = ({ name, children }: { readonly name: string; readonly children: string }) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const label = `${name}: ${t('statistics:whatIsThis')}`
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={label}
      className={styles['whatPanel']}
      anchor={({ ref, ...anchor }) => (
        <button ref={ref} type="button" {...anchor} className={styles['what']} aria-label={label} title={label}>
          <Icon name="info" size={14} />
        </button>
      )}
    >
      {children}
    </Popover>
  )
}
