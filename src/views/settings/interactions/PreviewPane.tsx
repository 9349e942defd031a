import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Problem } from '../../../web/problem.ts'
import { Banner, Button, TextField } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { fieldSentences, sentenceFor } from '../../problem-words.tsx'
import { useMailGoesOut } from '../../people/mail-goes-out.tsx'
import { useSession } from '../../session.tsx'
import { ticketNumberIn } from '../../../settings/shown-number.ts'
import { framed } from '../framed.ts'
import { previewQuery, sendTest } from './interaction-questions.tsx'
import styles from './Interactions.module.css'

type Props = {
  readonly name: string
  readonly asked: { readonly language: string; readonly variant?: string; readonly templates: object }
  /** What would not render, for the place where it is written; undefined while all would. */
  readonly onRefused: (problem: unknown) => void
}

/** The telling as its reader would get it, on a real ticket or with samples. */
export const PreviewPane = ({ name, asked, onRefused }: Props) => {
  const { t } = useWords()
  const { settings } = useSession()
  const [typed, type] = useState('')
  const ticket = ticketNumberIn(typed, settings.numberPrefix)
  const whole = { ...asked, ...(ticket !== undefined && { ticket }) }
  const query = useQuery(previewQuery(name, whole))
  const refused = query.error
  useEffect(() => onRefused(refused ?? undefined), [refused, onRefused])
  const isText = refused instanceof Problem && refused.errors.some(({ field }) => field.startsWith('templates'))
  const shown = query.data
  return (
    <section className={styles['preview']} aria-label={t('settingsInteractions:preview')}>
      <TextField
        label={t('settingsInteractions:previewTicket')}
        hint={t('settingsInteractions:previewTicketHint')}
        dir="ltr"
        inputMode="numeric"
        value={typed}
        onValue={type}
        error={fieldSentences(refused)['ticket'] && t('administration:noTicket')}
      />
      {refused && isText && (
        <Banner tone="wait" icon="warning" live>
          {t('settingsInteractions:previewFailed')}
        </Banner>
      )}
      {refused && !isText && !fieldSentences(refused)['ticket'] && (
        <Banner tone="danger" live>
          {sentenceFor(refused, t)}
        </Banner>
      )}
      {shown && (
        <div data-stale={query.isError || undefined} className={styles['shown']}>
          {shown.isSample && ticket !== undefined && <p className="dim">{t('settingsInteractions:previewSample')}</p>}
          <p className="dim">{t('settingsInteractions:previewBell')}</p>
          <p className={styles['line']} lang={shown.language} dir={shown.dir}>
            {shown.line}
          </p>
          <p className="dim">{t('settingsInteractions:previewMail')}</p>
          <p className={styles['line']} lang={shown.language} dir={shown.dir}>
            <b>{shown.subject}</b>
          </p>
          <iframe
            className={styles['frame']}
            title={t('settingsInteractions:previewMail')}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={framed(shown.html)}
          />
          {!query.isError && <SendTest key={JSON.stringify(whole)} name={name} asked={whole} />}
        </div>
      )}
    </section>
  )
}

/** As it is written now, saved or not, to whoever writes it: how it looks where mails are read. */
const SendTest = ({ name, asked }: { readonly name: string; readonly asked: Parameters<typeof sendTest>[1] }) => {
  const { t } = useWords()
  const goesOut = useMailGoesOut()
  const test = useMutation({ mutationFn: () => sendTest(name, asked) })
  return (
    <>
      <div>
        <Button size="m" icon="send" busy={test.isPending} onClick={() => test.mutate()}>
          {t('settingsInteractions:test')}
        </Button>
      </div>
      {test.error && (
        <Banner tone="danger" live>
          {sentenceFor(test.error, t)}
        </Banner>
      )}
      {test.data && (
        <Banner tone={goesOut ? 'success' : 'wait'} live>
          {goesOut
            ? t('settingsInteractions:testGoes', { address: test.data.address })
            : t('settingsInteractions:testKept')}
        </Banner>
      )}
    </>
  )
}
