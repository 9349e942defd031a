import { Button, Dialog } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import styles from './Translations.module.css'

type Props = {
  readonly isSaving: boolean
  readonly onSave: () => Promise<void>
  readonly onLeave: () => void
  readonly onBack: () => void
}

/** Closing takes along what is not saved: it is asked first. Escape goes back to it. */
export const LeaveUnsaved = ({ isSaving, onSave, onLeave, onBack }: Props) => {
  const { t } = useWords()
  return (
    <Dialog open onClose={onBack} title={t('translating:leaveTitle')}>
      <div className={styles['all']}>
        <p>{t('translating:leaveText')}</p>
        {/* the first has the focus: Enter keeps what was written */}
        <div className={styles['leave']}>
          <Button size="m" kind="primary" busy={isSaving} onClick={() => void onSave()}>
            {t('translating:save')}
          </Button>
          <Button size="m" onClick={onLeave}>
            {t('translating:leave')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
