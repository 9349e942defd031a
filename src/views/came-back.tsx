// What could not go out, told to its writer wherever they are: at once, and in the bell until they touch it.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { CameBack } from '../conversation/writing/writing.ts'
import { NoticeRow } from '../web/shell/index.ts'
import { toasts } from '../web/ui/index.ts'
import { ago } from '../words/age.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { useSession } from './session.tsx'
import { useNow } from './staff/now.tsx'

type Props = { readonly all: readonly CameBack[]; readonly close: () => void }

export const CameBackRows = ({ all, close }: Props) => {
  const { t, format } = useWords()
  const now = useNow()
  const sentence = useSentence()
  const navigate = useNavigate()
  return all.map((each) => (
    <NoticeRow
      key={keyOf(each)}
      unread
      unreadLabel={t('shell:notices.new')}
      at={ago(t, format, each.at, now)}
      onOpen={() => {
        close()
        void navigate({ href: hrefOf(each) })
      }}
    >
      {sentence(each)}
    </NoticeRow>
  ))
}

/** What was there already when the page came stands in the bell alone. */
export const useCameBack = (all: readonly CameBack[] | undefined): void => {
  const { t } = useWords()
  const sentence = useSentence()
  const said = useRef<ReadonlySet<string>>(undefined)
  const tell = useEffectEvent((each: CameBack) =>
    toasts.show({
      text: sentence(each),
      tone: 'danger',
      milliseconds: 12_000,
      link: { label: t('shell:notices.toDraft'), href: hrefOf(each) },
    }),
  )
  useEffect(() => {
    if (!all) return
    const before = said.current
    said.current = new Set([...(before ?? []), ...all.map(keyOf)])
    if (before) for (const each of all) if (!before.has(keyOf(each))) tell(each)
  }, [all])
}

const keyOf = ({ ticket, kind, at }: CameBack): string => `${ticket} ${kind} ${at}`

const hrefOf = ({ ticket }: CameBack): string => `/tickets/${ticket}`

const useSentence = () => {
  const { t } = useWords()
  const { label } = useSession()
  return ({ ticket, kind }: CameBack) => t(`shell:notices.cameBack.${kind}`, { number: label(ticket) })
}
