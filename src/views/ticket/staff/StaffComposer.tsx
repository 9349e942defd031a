import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { UntilEditor } from './UntilEditor.tsx'
import { Composer } from '../../../web/ui/index.ts'
import type { ComposerTab } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { AttachButton, AttachedFiles } from '../../files/Attaching.tsx'
import { DropHere, useDropped } from '../../files/dropped.tsx'
import { useSession } from '../../session.tsx'
import { keptStatus } from '../writing/kept-status.ts'
import { useWriting } from '../writing/use-writing.tsx'
import { keysOf, writingsOf } from './acts.ts'
import type { Writing } from './acts.ts'
import { CannedButton } from './CannedButton.tsx'
import { ComposerNews } from './ComposerNews.tsx'
import type { EditorHandle } from './editor/editor-handle.ts'
import type { SentenceReader } from './event-sentence.ts'
import { useHeldInReach } from './held-in-reach.tsx'
import { hindranceOf } from './hindrance.ts'
import { HeldShown } from './HeldShown.tsx'
import { directionFor } from './direction-for.ts'
import { useMeanwhile } from './Meanwhile.tsx'
import { Readers } from './Readers.tsx'
import type { ThreadItem } from './thread.ts'
import { useUploadsOfEach } from './uploads-of-each.tsx'
import type { Begun } from './use-doing.tsx'
import { useSending } from './use-sending.tsx'
import styles from './StaffTicket.module.css'

const Editor = lazy(async () => ({ default: (await import('./editor/Editor.tsx')).Editor }))

type Props = {
  readonly ticket: PresentedTicket
  readonly items: readonly ThreadItem[]
  /** Not while its messages or its history are on their way. */
  readonly isWhole: boolean
  readonly reader: SentenceReader
  readonly begun: Begun | undefined
  readonly onSent: () => void
}

const names = { reply: 'reply', note: 'note', 'propose-solution': 'propose' } as const
const icons = { reply: 'reply', note: 'note', 'propose-solution': 'bulb' } as const
const sends = { reply: 'send', note: 'addNote', 'propose-solution': 'sendProposal' } as const
const placeholders = {
  reply: 'placeholderReply',
  note: 'placeholderNote',
  'propose-solution': 'placeholderPropose',
} as const

/** Where staff write, each tab for itself. What is written lies on the server, and what is sent can be taken back for a moment. */
export const StaffComposer = ({ ticket, items, isWhole, reader, begun, onSent }: Props) => {
  const { t } = useWords()
  const { me, label } = useSession()
  const [wanted, want] = useState<Writing>('reply')
  // a tab that goes while one writes in it leaves the next letters to the keys of the page
  const [isInside, setInside] = useState(false)
  const writing = useWriting(ticket.number)
  const uploadsOf = useUploadsOfEach(writing)
  const inReach = writingsOf(
    ticket.may,
    (each) => writing.isBegun(each) || uploadsOf[each].under.length > 0 || (isInside && each === wanted),
  )
  const tab = inReach.includes(wanted) ? wanted : (inReach[0] ?? 'reply')
  // it does not come back under somebody's hands when its own is possible again
  if (tab !== wanted) want(tab)
  const writer = writing.writerOf(tab)
  const uploads = uploadsOf[tab]
  const { text, files } = writer
  const dropped = useDropped(uploads.add)
  const meanwhile = useMeanwhile(items, isWhole, text !== '' || writer.isGoing)
  const box = useRef<EditorHandle>(null)
  const wasIn = useRef(false)
  const rememberFocus = useCallback((was: boolean) => void (wasIn.current = was), [])
  const takeFocus = useCallback(() => {
    const was = wasIn.current
    wasIn.current = false
    return was
  }, [])
  const keepInReach = useHeldInReach(ticket.number, writer)
  const { send, busy, problem } = useSending(ticket, tab, writer, (held) => {
    meanwhile.forget()
    setInside(false)
    onSent()
    if (held) keepInReach(tab)
    else toasts.show({ text: t(`actions:done.${tab}`, { number: label(ticket.number) }) })
  })

  const [seen, see] = useState(begun)
  if (begun !== seen) {
    see(begun)
    if (begun) want(begun.writing)
  }
  useEffect(() => {
    if (begun) box.current?.focus()
  }, [begun])
  // left on the tab, or nowhere, the first letters were taken for keys of the page; each tab has a box of its own, which is there
  // once it is drawn
  const [turns, turn] = useState(0)
  useEffect(() => {
    if (turns > 0) box.current?.focus()
  }, [turns])
  const writeIn = (to: Writing) => {
    want(to)
    turn((before) => before + 1)
  }

  if (inReach.length === 0) return null
  const tabs = inReach.map((key): ComposerTab<Writing> => ({
    key,
    label: t(`staffTicket:composer.${names[key]}`),
    icon: icons[key],
    keys: keysOf[key],
    inner: key === 'note',
  }))
  const canSend = text.trim() !== '' && !uploads.isBusy && !busy && ticket.may.includes(tab)
  const boxProps = {
    label: t(`staffTicket:composer.${names[tab]}`),
    placeholder: t(`staffTicket:composer.${placeholders[tab]}`),
    value: text,
    onValue: (next: string) => writer.write({ text: next }),
    onSend: () => canSend && void send(),
    handle: box,
  }
  return (
    <div
      className={styles['composer']}
      onPaste={dropped.onPaste}
      onFocus={() => setInside(true)}
      onBlur={({ currentTarget, relatedTarget }) => setInside(currentTarget.contains(relatedTarget))}
    >
      <DropHere over={dropped.over} />
      <HeldShown number={ticket.number} writer={writer} onBack={({ kind }) => writeIn(kind)} />
      <Composer
        label={t('staffTicket:composer.label')}
        tabs={tabs}
        tab={tab}
        onTab={(to, byHand) => (byHand ? writeIn(to) : want(to))}
        send={t(`staffTicket:composer.${sends[tab]}`)}
        onSend={() => {
          // as with its keys: the button is off while nothing is written, and the next letters were keys of the page
          box.current?.focus()
          void send()
        }}
        canSend={canSend}
        busy={busy}
        tools={
          <>
            <AttachButton bare uploads={uploads} />
            <CannedButton ticket={ticket} onPick={(words) => box.current?.insert(words)} />
          </>
        }
        aside={<Readers ticket={ticket} tab={tab} />}
        status={keptStatus(t, writer, text, uploads.isBusy)}
        above={
          <ComposerNews
            ticket={ticket}
            hindrance={busy ? undefined : hindranceOf(ticket, tab, me.id)}
            problem={problem}
            came={writer.problem}
            items={meanwhile.items}
            reader={reader}
          />
        }
        below={
          <AttachedFiles
            files={files}
            uploads={uploads}
            onRemove={(id) => writer.write((before) => ({ files: before.files.filter((file) => file.id !== id) }))}
          />
        }
      >
        <Suspense fallback={<UntilEditor onLeft={rememberFocus} {...boxProps} />}>
          <Editor
            key={`${tab} ${t.language}`}
            ticket={ticket}
            dir={directionFor(text, t.language)}
            onFiles={uploads.add}
            takeFocus={takeFocus}
            {...boxProps}
          />
        </Suspense>
      </Composer>
    </div>
  )
}
