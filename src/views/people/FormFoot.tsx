import { Banner, Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useRightLost } from '../still-may.tsx'
import styles from './People.module.css'

type Props = {
  /** What is wrong and belongs to no field. */
  readonly rest: string | undefined
  readonly submit: string
  readonly busy: boolean
  readonly onCancel: () => void
}

/** How each form of people, groups and organisations ends. */
export const FormFoot = ({ rest, submit, busy, onCancel }: Props) => {
  const { t } = useWords()
  const lost = useRightLost()
  return (
    <>
      {rest && (
        <Banner tone="danger" live>
          {rest}
        </Banner>
      )}
      <div className={styles['buttons']}>
        <Button size="m" onClick={onCancel}>
          {t('staff:cancel')}
        </Button>
        <Button size="m" type="submit" kind="primary" busy={busy} disabled={lost}>
          {submit}
        </Button>
      </div>
    </>
  )
}
