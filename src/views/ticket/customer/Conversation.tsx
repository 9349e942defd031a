import { useId } from 'react'
import { ticketTexts } from '../../../entities/ticket/ticket.ts'
import { MultilingualTextInput } from '../../../fields/multilingual-text/MultilingualTextInput.tsx'
import type { PresentedEvent, PresentedMessage, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Avatar, Banner, Button, Pill } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useDraft } from '../staff/drafts.tsx'
import { useVerb } from '../use-verb.tsx'
import { BothTexts } from './BothTexts.tsx'
import styles from './CustomerTicket.module.css'
import { saidOn } from './said.ts'
import type { Said } from './said.ts'
import { useWhen } from './when.tsx'

type Props = {
  readonly ticket: PresentedTicket
  readonly messages: readonly PresentedMessage[]
  readonly events: readonly PresentedEvent[]
}

export const Conversation = ({ ticket, messages, events }: Props) => {
  const { t } = useWords()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['section']}>
        {t('customerTicket:conversation.title')}
      </h2>
      <ol className={styles['thread']}>
        {saidOn(ticket, messages, events).map((said) => (
          <SaidShown key={said.key} said={said} />
        ))}
      </ol>
      {ticket.may.includes('reply') && <Write number={ticket.number} />}
    </section>
  )
}

const SaidShown = ({ said: { author, own, at, text, isAnswer } }: { said: Said }) => {
  const { t } = useWords()
  const when = useWhen()
  return (
    <li className={styles['said']}>
      <Avatar name={author.name || undefined} ours={!own} />
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
      </div>
    </li>
  )
}

const Write = ({ number }: { number: number }) => {
  const { t } = useWords()
  const [text, setText] = useDraft(`message.${number}`)
  const reply = useVerb(number)
  const send = () => {
    if (!text.trim() || reply.isPending) return
    reply.mutate({ verb: 'reply', body: { text } }, { onSuccess: () => setText('') })
  }
  const problem = sentenceFor(reply.error, t)
  return (
    <form
      className={styles['write']}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <MultilingualTextInput
        large
        lines="many"
        rows={2}
        label={t('customerTicket:conversation.write')}
        placeholder={t('customerTicket:conversation.placeholder')}
        max={ticketTexts.reply.max}
        value={text}
        onValue={setText}
        onSubmit={send}
      />
      {problem && (
        <Banner tone="danger" live>
          {problem}
        </Banner>
      )}
      <Button type="submit" size="m" icon="send" busy={reply.isPending} disabled={!text.trim() && !reply.isPending}>
        {t('customerTicket:conversation.send')}
      </Button>
    </form>
  )
}
