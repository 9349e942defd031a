import { lazy, Suspense, useRef, useState } from 'react'
import { directionOf } from '../../../fields/multilingual-text/language-tag.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button, Refused, TextArea } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useVerb } from '../use-verb.tsx'
import { useDraft } from '../writing/use-draft.tsx'
import type { EditorHandle } from './editor/editor-handle.ts'
import type { Said } from './thread.ts'
import styles from './Thread.module.css'

const Editor = lazy(async () => ({ default: (await import('./editor/Editor.tsx')).Editor }))

type Props = {
  readonly item: Said
  readonly message: string
  readonly ticket: PresentedTicket
  readonly onDone: () => void
}

const always = () => true
/** A note's files stay as they are. */
const none = () => {}

/** Other words for a note, in a box like that in which it was written: whom it calls is a name there, and no code. */
export const EditNote = ({ item, message, ticket, onDone }: Props) => {
  const { t } = useWords()
  const verb = useVerb(ticket.number)
  const before = item.text.texts[item.text.source]?.text ?? ''
  const { me } = useSession()
  const [kept, keep] = useDraft(`${me.id}.${ticket.number}.note.${message}`)
  const [text, setText] = useState(kept || before)
  const write = (next: string) => {
    setText(next)
    keep(next === before ? '' : next)
  }
  const done = () => {
    keep('')
    onDone()
  }
  const box = useRef<EditorHandle>(null)
  const save = () => {
    if (text.trim() === '' || verb.isPending) return
    if (text.trim() === before) return done()
    verb.mutate({ verb: 'edit-note', body: { message, text: text.trim() } }, { onSuccess: done })
  }
  const problem = sentenceIn(verb.error, t)
  return (
    <form
      className={styles['editing']}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className={styles['editBox']}>
        <Suspense
          fallback={
            <TextArea label={t('staffTicket:edit.note')} rows={4} value={text} onValue={write} onSubmit={save} />
          }
        >
          <Editor
            ticket={ticket}
            label={t('staffTicket:edit.note')}
            placeholder=""
            dir={directionOf(item.text.source)}
            value={text}
            onValue={write}
            onSend={save}
            onFiles={none}
            handle={box}
            takeFocus={always}
          />
        </Suspense>
      </div>
      <Refused>{problem}</Refused>
      <div className={styles['editButtons']}>
        <Button type="submit" keys="mod+Enter" busy={verb.isPending} disabled={text.trim() === ''}>
          {t('staffTicket:edit.save')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {t('staff:cancel')}
        </Button>
      </div>
    </form>
  )
}
