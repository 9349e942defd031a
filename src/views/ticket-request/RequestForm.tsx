import { useEffect, useRef, useState } from 'react'
import { ticketEntity } from '../../entities/ticket/ticket.ts'
import { MultilingualTextInput } from '../../fields/multilingual-text/MultilingualTextInput.tsx'
import { languageByScript } from '../../fields/multilingual-text/script-language.ts'
import { writtenLanguages } from '../../fields/multilingual-text/written-languages.ts'
import { Problem } from '../../web/problem.ts'
import { Banner, Button, Card, Refused } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { AttachButton, AttachedFiles } from '../files/Attaching.tsx'
import { DropHere, useDropped } from '../files/dropped.tsx'
import { useUploads } from '../files/use-uploads.tsx'
import type { Uploads } from '../files/use-uploads.tsx'
import { CustomInputs } from '../added-fields/CustomInputs.tsx'
import type { ShownField } from '../added-fields/fields-question.tsx'
import { defaultOf, fieldFaults } from '../added-fields/typed.ts'
import { useMarkedField } from '../marked-field.ts'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { usePreferences } from '../preferences.tsx'
import { CustomerField } from './CustomerField.tsx'
import type { Draft } from './draft.tsx'
import { isAboutFiles, withFile } from './kept-files.ts'
import { NextSteps } from './NextSteps.tsx'
import { Similar } from './Similar.tsx'
import styles from './TicketRequest.module.css'

type Props = {
  readonly draft: Draft
  /** The organisation's own, as they are asked for now. */
  readonly fields: readonly ShownField[]
  readonly forOthers: boolean
  /** It took the place of something that had the focus. */
  readonly focused: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (changed: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void
  readonly onSend: () => void
}

export const RequestForm = (props: Props) => {
  const { t } = useWords()
  const { draft, forOthers, focused } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focused) heading.current?.focus()
  }, [focused])
  return (
    <div className={styles['columns']}>
      <Card className={styles['form'] ?? ''}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {forOthers ? t('requestFor:title') : t('ticketRequest:title')}
        </h1>
        <p className={styles['lead']}>{forOthers ? t('requestFor:lead') : t('ticketRequest:lead')}</p>
        <Fields {...props} />
      </Card>
      {!forOthers && (
        <aside className={styles['aside']}>
          <div className={styles['wideOnly']}>
            <Similar written={draft.title} />
          </div>
          <NextSteps unsent />
        </aside>
      )}
    </div>
  )
}

const Fields = ({ draft, fields, forOthers, busy, problem, onChange, onSend }: Props) => {
  const { t, format } = useWords()
  const { me } = useSession()
  const wrong = fieldSentences(problem)
  const place = useMarkedField(problem)
  const { files = [], gone = [] } = draft
  const [isSending, setSending] = useState(false)
  const taken = useUploads((file) => onChange((before) => withFile(before, file, Date.now())))
  // what is changed while the request is on its way would be forgotten with its draft, or make it another one when it is sent again
  const change: Props['onChange'] = (changed) => {
    if (!busy) onChange(changed)
  }
  const uploads: Uploads = {
    ...taken,
    add: (added) => busy || taken.add(added),
    retry: (key) => busy || taken.retry(key),
  }
  useKeptNames(uploads.missing, draft.coming, onChange)
  const dropped = useDropped(uploads.add)
  // nothing goes without a file that is on its way
  const waiting = uploads.isBusy || isSending
  const send = () => {
    if (!busy && !waiting) onSend()
  }
  const faults = fieldFaults(problem)
  const shownFaults = fields.some(({ key }) => faults[key])
  const said = ['title', 'description', 'customer', ...(isAboutFiles(problem) ? ['files'] : [])]
  const sentence = restOf(problem, t, [...said, ...(shownFaults ? ['custom'] : [])])
  return (
    <form
      ref={place}
      className={styles['fields']}
      onPaste={dropped.onPaste}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <DropHere over={dropped.over} />
      {forOthers && (
        <CustomerField
          readOnly={busy}
          value={draft.customer}
          error={isUnknown(problem) ? t('requestFor:unknown') : wrong['customer']}
          onValue={(customer) => change({ customer })}
        />
      )}
      <MultilingualTextInput
        large
        lines="one"
        label={t('ticketRequest:sentence')}
        max={ticketEntity.title.max}
        required
        readOnly={busy}
        value={draft.title}
        onValue={(title) => change({ title })}
        error={wrong['title']}
      />
      {!forOthers && (
        <div className={styles['narrowOnly']}>
          <Similar written={draft.title} />
        </div>
      )}
      <Story
        draft={draft}
        forOthers={forOthers}
        busy={busy}
        waiting={waiting}
        error={wrong['description']}
        onChange={change}
        onSend={send}
      />
      <AttachedFiles
        files={files}
        uploads={uploads}
        onRemove={(id) => change((before) => ({ files: before.files?.filter((file) => file.id !== id) ?? [] }))}
      />
      {gone.length > 0 && (
        <Banner tone="wait" icon="file" live>
          {t('ticketRequest:filesGone', { names: format.list(gone) })}
        </Banner>
      )}
      {fields.length > 0 && (
        <CustomInputs
          large
          fields={fields}
          typed={draft.custom ?? {}}
          standing={(field) => defaultOf(field, me.timeZone)}
          faults={faults}
          onBusy={setSending}
          onTyped={(custom) => change({ custom })}
        />
      )}
      <Refused>{sentence}</Refused>
      <div className={styles['send']}>
        <Button type="submit" kind="primary" size="l" busy={busy || waiting} className={styles['button'] ?? ''}>
          {t('ticketRequest:send')}
        </Button>
        <AttachButton uploads={uploads} size="l" />
        <span className={styles['sendAside']}>{!forOthers && t('ticketRequest:sendAside')}</span>
      </div>
    </form>
  )
}

/** Who may not add people is told who may; whatever else hinders it the server says. */
const isUnknown = (problem: unknown): boolean =>
  problem instanceof Problem && problem.errors.some(({ field, code }) => field === 'customer' && code === 'notInList')

/** Keeps the names of files that are still being sent in the draft: after a sign-in in between the page says which to attach again. */
const useKeptNames = (
  missing: readonly string[],
  coming: readonly string[] = [],
  onChange: Props['onChange'],
): void => {
  const isKept = JSON.stringify(missing) === JSON.stringify(coming)
  useEffect(() => {
    // the request is the same one: sent again after an answer that was lost it is not another
    if (!isKept) onChange(({ key }) => ({ coming: missing, key }))
  })
}

type StoryProps = Pick<Props, 'draft' | 'forOthers' | 'busy' | 'onChange' | 'onSend'> & {
  readonly waiting: boolean
  readonly error: string | undefined
}

const Story = ({ draft, forOthers, busy, waiting, error, onChange, onSend }: StoryProps) => {
  const { t } = useWords()
  const { language: reader } = usePreferences()
  const { title, description, language } = draft
  const written = language ?? languageByScript(`${title} ${description}`, reader)
  return (
    <MultilingualTextInput
      large
      lines="many"
      rows={6}
      label={forOthers ? t('requestFor:story') : t('ticketRequest:story')}
      {...(!forOthers && { placeholder: t('ticketRequest:storyHelp') })}
      max={ticketEntity.description.max}
      required
      readOnly={busy}
      value={description}
      onValue={(text) => onChange({ description: text })}
      onSubmit={onSend}
      error={error}
      status={waiting ? t('written:file.waiting') : title || description ? t('ticketRequest:kept') : undefined}
      writtenIn={
        written
          ? {
              language: written,
              languages: writtenLanguages,
              onLanguage: (chosen) => onChange({ language: chosen }),
              label: t('ticketRequest:writtenIn'),
              change: t('ticketRequest:change'),
            }
          : undefined
      }
    />
  )
}
