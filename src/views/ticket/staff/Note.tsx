import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Icon, IconButton, Popover, SkeletonBar } from '../../../web/ui/index.ts'
import { focusFromNowhere } from '../../../web/ui/focus.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { FilesOf } from '../../files/FilesOf.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useNow } from '../../staff/now.tsx'
import { useWhenClosed } from '../../staff/when-closed.tsx'
import { Written } from '../../written/Written.tsx'
import { versionsQuery } from '../ticket-questions.tsx'
import { EditNote } from './EditNote.tsx'
import { Moment } from './Moment.tsx'
import { LanguageChip, TextShown } from './TextShown.tsx'
import type { Said } from './thread.ts'
import { when } from './when.ts'
import styles from './Thread.module.css'

type Props = { readonly item: Said; readonly ticket: PresentedTicket }

/** Among staff: never to be taken for a reply. Whoever wrote it may put it into other words. */
export const Note = ({ item, ticket }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const [editing, edit] = useState(false)
  const pen = useRef<HTMLButtonElement>(null)
  useWhenClosed(editing || undefined, () => focusFromNowhere(pen.current))
  const mayEdit = item.author.id === me.id && ticket.may.includes('edit-note')
  return (
    <article className={styles['note']}>
      <header className={styles['by']}>
        <Icon name="lock" size={13} />
        <bdi className={styles['name']}>{item.author.name}</bdi> · {t('staffTicket:note')} · <Moment at={item.at} />
        {item.editedAt && <Edited item={item} editedAt={item.editedAt} number={ticket.number} />}
        <LanguageChip text={item.text} />
        {mayEdit && !editing && (
          <IconButton
            ref={pen}
            icon="edit"
            size="s"
            className={styles['edit'] ?? ''}
            label={t('staffTicket:edit.note')}
            onClick={() => edit(true)}
          />
        )}
      </header>
      {editing ? (
        <EditNote item={item} message={idOf(item)} ticket={ticket} onDone={() => edit(false)} />
      ) : (
        <TextShown text={item.text} />
      )}
      <FilesOf files={ticket.files} of={item.key} />
    </article>
  )
}

const idOf = ({ key }: Said): string => key.slice('message:'.length)

type EditedProps = { readonly item: Said; readonly editedAt: string; readonly number: number }

/** When it was edited; behind it, what it said before. */
const Edited = ({ item, editedAt, number }: EditedProps) => {
  const { t, format } = useWords()
  const now = useNow()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={t('staffTicket:edit.before')}
      anchor={(anchor) => (
        <button type="button" className={styles['edited']} {...anchor}>
          {t('staffTicket:edit.edited', { when: when(t, format, editedAt, now) })}
        </button>
      )}
    >
      {open && <Versions item={item} number={number} />}
    </Popover>
  )
}

const Versions = ({ item, number }: Omit<EditedProps, 'editedAt'>) => {
  const { t, format } = useWords()
  const { read } = useSession()
  const { data, error } = useQuery(versionsQuery(number, idOf(item)))
  return (
    <section className={styles['versions']}>
      <h3>{t('staffTicket:edit.before')}</h3>
      {error && <p>{sentenceIn(error, t)}</p>}
      {!data && !error && <SkeletonBar width={160} />}
      {data?.items.map(({ text, until }) => (
        <div key={until}>
          <time dateTime={until}>{t('staffTicket:edit.until', { when: format.dateTime(until) })}</time>
          <Written read={read(text)} />
        </div>
      ))}
    </section>
  )
}
