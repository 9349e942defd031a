import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, ConfirmDialog, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { heldQuery, useDecideHeld, type Decision } from './mail-questions.tsx'
import styles from './Mails.module.css'

/** After a restored backup: what waited then may have gone out since, and only a person can know what is right. */
export const HeldMails = () => {
  const { t, format } = useWords()
  const { data } = useQuery(heldQuery)
  const [asking, ask] = useState<Decision>()
  const decide = useDecideHeld()
  if (!data || data.held === 0 || data.backedUpAt === null) return null
  const decided = (decision: Decision) =>
    decide.mutate(decision, {
      onSuccess: () => {
        ask(undefined)
        toasts.show({ text: t(`administration:mail.held.${decision}.done`) })
      },
    })
  return (
    <>
      <Banner tone="wait" icon="mail">
        {t('administration:mail.held.text', { count: data.held, at: format.dateTime(data.backedUpAt) })}
        <div className={styles['decide']}>
          <Button size="m" onClick={() => ask('release')}>
            {t('administration:mail.held.release.button')}
          </Button>
          <Button size="m" onClick={() => ask('drop')}>
            {t('administration:mail.held.drop.button')}
          </Button>
        </div>
      </Banner>
      {(['release', 'drop'] as const).map((decision) => (
        <ConfirmDialog
          key={decision}
          open={asking === decision}
          danger={decision === 'drop'}
          title={t(`administration:mail.held.${decision}.title`, { count: data.held })}
          confirm={t(`administration:mail.held.${decision}.button`)}
          cancel={t('staff:cancel')}
          busy={decide.isPending}
          problem={sentenceIn(decide.error ?? undefined, t)}
          onConfirm={() => decided(decision)}
          onCancel={() => ask(undefined)}
        >
          {t(`administration:mail.held.${decision}.text`)}
        </ConfirmDialog>
      ))}
    </>
  )
}
