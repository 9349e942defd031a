import { useEffect, useRef, useState } from 'react'
import { Banner, Composer } from '../../../web/ui/index.ts'
import type { ComposerTab } from '../../../web/ui/index.ts'
import { languageOnly } from '../../../fields/multilingual-text/language-tag.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useVerb } from '../use-verb.tsx'
import { keysOf, writingsOf } from './acts.ts'
import type { Writing } from './acts.ts'
import { useDraft } from './drafts.tsx'
import type { SentenceReader } from './event-sentence.ts'
import { Meanwhile, useMeanwhile } from './Meanwhile.tsx'
import type { ThreadItem } from './thread.ts'
import type { Begun } from './use-doing.tsx'
import styles from './StaffTicket.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly items: readonly ThreadItem[]
  readonly reader: SentenceReader
  readonly begun: Begun | undefined
}

const names = { reply: 'reply', note: 'note', 'propose-solution': 'propose' } as const
const icons = { reply: 'reply', note: 'note', 'propose-solution': 'bulb' } as const
const sends = { reply: 'send', note: 'addNote', 'propose-solution': 'sendProposal' } as const
const placeholders = {
  reply: 'placeholderReply',
  note: 'placeholderNote',
  'propose-solution': 'placeholderPropose',
} as const

/** Where staff write. What is written survives a failed send and a reload, each tab for itself. */
export const StaffComposer = ({ ticket, items, reader, begun }: Props) => {
  const { t } = useWords()
  const { me, label } = useSession()
  const possible = writingsOf(ticket.may)
  const [wanted, want] = useState<Writing>('reply')
  const tab = possible.includes(wanted) ? wanted : possible[0]
  const [text, write] = useDraft(`${me.id}.${ticket.number}.${tab ?? 'reply'}`)
  const verb = useVerb(ticket.number)
  const [problem, setProblem] = useState<string>()
  const [sent, say] = useState<string>()
  const meanwhile = useMeanwhile(items, text !== '')
  const area = useRef<HTMLTextAreaElement>(null)

  const [seen, see] = useState(begun)
  if (begun !== seen) {
    see(begun)
    if (begun) want(begun.writing)
  }
  useEffect(() => {
    if (begun) area.current?.focus()
  }, [begun])

  if (!tab) return null
  const send = async () => {
    setProblem(undefined)
    const body = tab === 'propose-solution' ? { solution: text.trim() } : { text: text.trim() }
    try {
      await verb.mutateAsync({ verb: tab, body })
      write('')
      meanwhile.forget()
      say(t(`actions:done.${tab}`, { number: label(ticket.number) }))
    } catch (failure) {
      setProblem(sentenceIn(failure, t))
    }
  }
  const tabs = possible.map((key): ComposerTab<Writing> => ({
    key,
    label: t(`staffTicket:composer.${names[key]}`),
    icon: icons[key],
    keys: keysOf[key],
    inner: key === 'note',
  }))
  return (
    <div className={styles['composer']}>
      <Composer
        label={t('staffTicket:composer.label')}
        tabs={tabs}
        tab={tab}
        onTab={want}
        value={text}
        onValue={write}
        placeholder={t(`staffTicket:composer.${placeholders[tab]}`)}
        send={t(`staffTicket:composer.${sends[tab]}`)}
        onSend={() => void send()}
        busy={verb.isPending}
        aside={<Readers ticket={ticket} tab={tab} />}
        status={text ? t('staffTicket:composer.kept') : sent}
        textRef={area}
        above={
          (problem || meanwhile.items.length > 0) && (
            <div className={styles['meanwhile']}>
              {problem && (
                <Banner tone="danger" live>
                  {problem}
                </Banner>
              )}
              <Meanwhile items={meanwhile.items} reader={reader} />
            </div>
          )
        }
      />
    </div>
  )
}

/** Who will read it, and in which language they write themselves where it is not the reader's own. */
const Readers = ({ ticket, tab }: { readonly ticket: PresentedTicket; readonly tab: Writing }) => {
  const { t, format } = useWords()
  if (tab === 'note') return t('staffTicket:composer.staffOnly')
  if (tab === 'propose-solution') return t('staffTicket:composer.toReview')
  const { source } = ticket.description
  const { name } = ticket.customer
  if (source === 'und' || languageOnly(source) === languageOnly(t.language))
    return t('staffTicket:composer.toCustomer', { name })
  return t('staffTicket:composer.toCustomerWho', { name, language: format.language(source) })
}
