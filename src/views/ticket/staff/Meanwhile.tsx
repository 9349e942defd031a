import { useState } from 'react'
import { Banner, UserText, together } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { sentenceOf } from './event-sentence.ts'
import type { SentenceReader } from './event-sentence.ts'
import { useReadText } from './TextShown.tsx'
import type { Proposed, Said, ThreadItem } from './thread.ts'
import styles from './StaffTicket.module.css'

/** What came into the thread by others since one began to write; only what is read whole can be known. */
export const useMeanwhile = (items: readonly ThreadItem[], isWhole: boolean, writing: boolean) => {
  const { me } = useSession()
  const [known, know] = useState<ReadonlySet<string>>()
  if (writing && !known && isWhole) know(keysIn(items))
  if (!writing && known) know(undefined)
  const since = writing && known ? items.filter((item) => !known.has(item.key) && authorOf(item) !== me.id) : []
  return { items: since, forget: () => know(undefined) }
}

const keysIn = (items: readonly ThreadItem[]) => new Set(items.map(({ key }) => key))

const authorOf = (item: ThreadItem): string | undefined => {
  if (item.kind === 'event') return item.event.actor?.id
  return item.kind === 'proposal' ? item.round.author.id : item.author.id
}

type Props = { readonly items: readonly ThreadItem[]; readonly reader: SentenceReader }

export const Meanwhile = ({ items, reader }: Props) => {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <Banner tone="wait" icon="info" live>
      <b>{t('staffTicket:composer.meanwhile')}</b>
      <ul className={styles['cameIn']}>
        {items.map((item) => (
          <li key={item.key}>
            {item.kind === 'event' ? together(sentenceOf(item.event, reader)) : <Excerpt item={item} />}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

const Excerpt = ({ item }: { readonly item: Said | Proposed }) => {
  const { t } = useWords()
  const author = item.kind === 'message' ? item.author : item.round.author
  const read = useReadText(item.kind === 'message' ? item.text : item.round.text)
  const actor = author.name
  const said =
    item.kind === 'proposal'
      ? t('happened:staff.solutionProposed', { actor, round: item.round.round })
      : item.inner
        ? t('happened:staff.noteAdded', { actor })
        : t('happened:staff.replyAdded', { actor })
  return (
    <>
      {said}
      <UserText form="line" lang={read.language} dir={read.dir}>
        {read.text}
      </UserText>
    </>
  )
}
