// Original and translation side by side, for all texts of a ticket at once: the original at the start, what one writes at the end.
import { useState } from 'react'
import type { PresentedEvent, PresentedMessage, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button, Dialog, Refused, Select } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { LeaveUnsaved } from './LeaveUnsaved.tsx'
import { TranslationRow } from './TranslationRow.tsx'
import { useTranslating } from './use-translating.tsx'
import type { Translating } from './use-translating.tsx'
import styles from './Translations.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly messages: readonly PresentedMessage[]
  readonly events: readonly PresentedEvent[]
  readonly onSaved?: () => void
  readonly onClose: () => void
}

export const Translations = ({ ticket, messages, events, onSaved, onClose }: Props) => {
  const { t } = useWords()
  const translating = useTranslating(ticket, messages, events)
  const [leaving, setLeaving] = useState(false)
  const save = async () => {
    const saved = await translating.save()
    if (saved) onSaved?.()
    return saved
  }
  return (
    <>
      <Dialog
        open
        onClose={() => (translating.isUnsaved ? setLeaving(true) : onClose())}
        place="end"
        wide
        asksFirst
        title={t('translating:title')}
        closeLabel={t('translating:close')}
      >
        <Body isStaff={ticket.side === 'staff'} translating={translating} onSave={() => void save()} />
      </Dialog>
      {leaving && (
        <LeaveUnsaved
          isSaving={translating.isSaving}
          onSave={async () => {
            if (await save()) onClose()
            else setLeaving(false)
          }}
          onLeave={onClose}
          onBack={() => setLeaving(false)}
        />
      )}
    </>
  )
}

type BodyProps = { readonly isStaff: boolean; readonly translating: Translating; readonly onSave: () => void }

const Body = ({ isStaff, translating, onSave }: BodyProps) => {
  const { t, format } = useWords()
  const { texts, languages, language, setLanguage, next, problem } = translating
  if (texts.length === 0) return <p>{t('translating:nothing')}</p>
  return (
    <div className={styles['all']}>
      <p>{t('translating:lead')}</p>
      <div className={styles['language']}>
        <Select
          narrow
          label={t('translating:into')}
          value={language}
          onValue={setLanguage}
          options={languages.map((value) => ({ value, label: format.language(value) }))}
        />
        {next && <Button onClick={() => setLanguage(next)}>{t('translating:nextMissing')}</Button>}
      </div>
      <ul className={styles['rows']}>
        {texts.map((one) => (
          <TranslationRow
            key={`${language} ${one.field}`}
            one={one}
            isStaff={isStaff}
            language={language}
            value={translating.valueOf(one)}
            onValue={(text) => translating.write(one.field, text)}
          />
        ))}
      </ul>
      <Refused>{problem}</Refused>
      <div className={styles['foot']}>
        <Button kind="primary" size="m" busy={translating.isSaving} disabled={!translating.isUnsaved} onClick={onSave}>
          {t('translating:save')}
        </Button>
      </div>
    </div>
  )
}
