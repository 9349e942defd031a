import { useId } from 'react'
import type { ReactNode } from 'react'
import { Button, Refused } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useRightLost } from '../still-may.tsx'
import { AskBeforeLeaving } from './save-settings.tsx'
import styles from './Settings.module.css'

type PartProps = { readonly title: ReactNode; readonly lead?: ReactNode; readonly children: ReactNode }

/** What belongs together on a page of settings, under its own heading. */
export const Part = ({ title, lead, children }: PartProps) => {
  const id = useId()
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id} className={styles['partTitle']}>
        {title}
      </h2>
      {lead && <p className={styles['lead']}>{lead}</p>}
      {children}
    </section>
  )
}

type SaveProps = {
  readonly changed: boolean
  readonly busy: boolean
  /** What was refused and is told under no field. */
  readonly refused?: string | undefined
  readonly note?: ReactNode
  /** In a dialog, which asks by itself before it closes over what was typed. */
  readonly inDialog?: boolean
}

/** The one filled button of a page of settings, and what saving means. */
export const Save = ({ changed, busy, refused, note, inDialog = false }: SaveProps) => {
  const { t } = useWords()
  const lost = useRightLost()
  return (
    <>
      <Refused>{refused}</Refused>
      {changed && !inDialog && <AskBeforeLeaving />}
      <div className={styles['saving']}>
        <Button size="m" type="submit" kind="primary" busy={busy} disabled={!changed || lost}>
          {t('staff:save')}
        </Button>
        {note && <span className="dim">{note}</span>}
      </div>
    </>
  )
}
