import { useRef, useState } from 'react'
import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import { MultilingualTextInput } from '../../../fields/multilingual-text/MultilingualTextInput.tsx'
import { Button, Refused } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { AttachButton, AttachedFiles } from '../../files/Attaching.tsx'
import { DropHere, useDropped } from '../../files/dropped.tsx'
import { useUploads } from '../../files/use-uploads.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useVerb } from '../use-verb.tsx'
import { useToldElsewhere } from '../writing/told-elsewhere.tsx'
import { keptStatus } from '../writing/kept-status.ts'
import { useWriting } from '../writing/use-writing.tsx'
import styles from './CustomerTicket.module.css'

type Props = {
  readonly number: number
  /** A message does not open it again, which whoever writes one would expect. */
  readonly staysClosed: boolean
}

/** A plain box; what is dropped on the page or pasted into it goes along. What is written waits on the server until it is sent. */
export const Write = ({ number, staysClosed }: Props) => {
  const { t } = useWords()
  const writer = useWriting(number).writerOf('reply')
  const { text, files } = writer
  const uploads = useUploads((file) => writer.write((before) => ({ files: [...before.files, file] })))
  const dropped = useDropped(uploads.add)
  const reply = useVerb(number)
  const [busy, setBusy] = useState(false)
  // until the next letter
  const [sent, setSent] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const toldElsewhere = useToldElsewhere(`/tickets/${number}`, number)
  const send = async () => {
    if (!text.trim() || uploads.isBusy || busy) return
    const body = { text, ...(files.length > 0 && { files: files.map(({ id }) => id) }) }
    setBusy(true)
    setSent(false)
    try {
      await writer.take()
      await reply.mutateAsync({ verb: 'reply', body })
      writer.sent()
      setSent(true)
      // the button does nothing more without a text, and would let the focus fall
      form.current?.querySelector('textarea')?.focus({ preventScroll: true })
    } catch {
      writer.giveBack()
      toldElsewhere()
    } finally {
      setBusy(false)
    }
  }
  const problem = sentenceFor(reply.error, t)
  return (
    <form
      ref={form}
      className={styles['write']}
      onPaste={dropped.onPaste}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <DropHere over={dropped.over} />
      <MultilingualTextInput
        large
        lines="many"
        rows={2}
        label={t('customerTicket:conversation.write')}
        placeholder={t('customerTicket:conversation.placeholder')}
        max={ticketTexts.reply.max}
        value={text}
        onValue={(next) => {
          setSent(false)
          writer.write({ text: next })
        }}
        onSubmit={() => void send()}
        status={keptStatus(t, writer, text, uploads.isBusy) ?? (sent ? t('customerTicket:conversation.sent') : '')}
      />
      <AttachedFiles
        files={files}
        uploads={uploads}
        onRemove={(id) => writer.write((before) => ({ files: before.files.filter((file) => file.id !== id) }))}
      />
      <Refused>{problem}</Refused>
      {staysClosed && <p className={styles['staysClosed']}>{t('customerTicket:conversation.staysClosed')}</p>}
      <div className={styles['writeButtons']}>
        <Button type="submit" size="m" icon="send" busy={busy} disabled={(!text.trim() || uploads.isBusy) && !busy}>
          {t('customerTicket:conversation.send')}
        </Button>
        <AttachButton uploads={uploads} size="m" />
      </div>
    </form>
  )
}
