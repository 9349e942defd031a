import { useEffect, useId, useRef, useState } from 'react'
import { largestMail } from '../../../channels/email/inbound/largest-mail.ts'
import { mostFiles } from '../../../entities/ticket/most-files.ts'
import type { PresentedEvent, PresentedMessage, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Avatar, Button, Pill } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { FilesOf } from '../../files/FilesOf.tsx'
import { LeftInMail } from '../../files/LeftInMail.tsx'
import { useSession } from '../../session.tsx'
import { ToNewest } from '../ToNewest.tsx'
import { BothTexts } from './BothTexts.tsx'
import styles from './CustomerTicket.module.css'
import { saidOn } from './said.ts'
import type { Said } from './said.ts'
import { useWhen } from './when.tsx'
import { Write } from './Write.tsx'

type Props = {
  readonly ticket: PresentedTicket
  readonly messages: readonly PresentedMessage[]
  readonly events: readonly PresentedEvent[]
}

/** The newest of two hundred messages was a hundred thumbs away on a phone. */
const mostAtOnce = 30
const shownOfMany = 20

export const Conversation = ({ ticket, messages, events }: Props) => {
  const { t } = useWords()
  const id = useId()
  const { me } = useSession()
  const all = saidOn(ticket, messages, events, me.id)
  // counted once: what comes in while one reads takes nothing away
  const [between] = useState(all.length > mostAtOnce ? all.length - 1 - shownOfMany : 0)
  const [isWhole, setWhole] = useState(between === 0)
  const hidden = isWhole ? 0 : between
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (isWhole && between > 0) list.current?.querySelectorAll('li')[1]?.focus()
  }, [isWhole, between])
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['section']}>
        {t('customerTicket:conversation.title')}
      </h2>
      <ol ref={list} className={styles['thread']}>
        {all.slice(0, 1).map((said) => (
          <SaidShown key={said.key} said={said} ticket={ticket} />
        ))}
        {hidden > 0 && (
          <li>
            <Button onClick={() => setWhole(true)}>
              {t('customerTicket:conversation.earlier', { count: hidden })}
            </Button>
          </li>
        )}
        {all.slice(1 + hidden).map((said) => (
          <SaidShown key={said.key} said={said} ticket={ticket} />
        ))}
      </ol>
      <ToNewest list={list} count={all.length} />
      {ticket.may.includes('reply') && (
        <Write number={ticket.number} staysClosed={ticket.status === 'closed' && ticket.may.includes('reopen')} />
      )}
    </section>
  )
}

type SaidProps = { readonly said: Said; readonly ticket: PresentedTicket }

const SaidShown = ({ said: { of, author, own, isOurs, at, text, isAnswer }, ticket }: SaidProps) => {
  const { t, format } = useWords()
  const when = useWhen()
  return (
    <li className={styles['said']} tabIndex={-1}>
      <Avatar name={author.name || undefined} ours={isOurs} />
      <div className={styles['saidBody']}>
        <div className={styles['saidBy']}>
          <b>
            <bdi>
              {own ? t('customerTicket:conversation.you') : author.name || t('customerTicket:conversation.ours')}
            </bdi>
          </b>
          <span className={styles['at']}>{when(at)}</span>
          {isAnswer && <Pill>{t('customerTicket:answer.earlier')}</Pill>}
        </div>
        <BothTexts text={text} />
        {of && <FilesOf files={ticket.files} of={of} />}
        {of && own && (
          <LeftInMail
            files={ticket.leftOut}
            of={of}
            why={(reason) =>
              t(`customerTicket:leftOut.${reason}`, { most: mostFiles, max: format.fileSize(largestMail) })
            }
          />
        )}
      </div>
    </li>
  )
}
