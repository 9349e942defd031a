import { Button, Refused } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useRightLost } from '../still-may.tsx'
import styles from './People.module.css'

type Props = {
  /** What is wrong and belongs to no field. */
  readonly rest: string | undefined
  readonly submit: string
  readonly kind?: 'primary' | 'danger'
  readonly busy: boolean
  /** Whether it has all that it cannot go without. */
  readonly ready?: boolean
  readonly onCancel: () => void
}

/** How each form of people, groups and organisations ends. */
export const FormFoot = ({ rest, submit, kind = 'primary', busy, ready = true, onCancel }: Props) => {
  const { t } = useWords()
  const lost = useRightLost()
  return (
    <>
      <Refused>{rest}</Refused>
      <div className={styles['buttons']}>
        <Button size="m" onClick={onCancel}>
          {t('staff:cancel')}
        </Button>
        <Button size="m" type="submit" kind={kind} busy={busy} disabled={!ready || lost}>
          {submit}
        </Button>
      </div>
    </>
  )
}
