import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'

/** Beside what is not saved: whoever goes elsewhere is asked first; so is, by the browser, whoever closes the page. */
export const AskBeforeLeaving = () => {
  const { t } = useWords()
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => true, withResolver: true })
  return (
    <ConfirmDialog
      open={status === 'blocked'}
      title={t('administration:leaving.title')}
      confirm={t('administration:leaving.confirm')}
      cancel={t('staff:cancel')}
      onConfirm={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      {t('administration:leaving.text')}
    </ConfirmDialog>
  )
}
