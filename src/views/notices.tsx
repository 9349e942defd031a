// The bell: what one was told, newest first. A notice leads to its ticket and is read with that.
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CameBack } from '../conversation/writing/writing.ts'
import { unreadAtMost } from '../interactions/unread.ts'
import { showNextPage } from '../web/next-page.ts'
import { api } from '../web/api.ts'
import { Bell, NoticeRow } from '../web/shell/index.ts'
import { Button, EmptyState, FailedState, SkeletonRows } from '../web/ui/index.ts'
import { ago } from '../words/age.ts'
import type { Translate } from '../words/key.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { CameBackRows, useCameBack } from './came-back.tsx'
import { ReadyExports, useNewExports } from './ready-exports.tsx'
import { useNow } from './staff/now.tsx'

type Notice = {
  readonly id: string
  readonly interaction: string
  readonly ticket: number
  readonly text: string
  readonly at: string
  readonly readAt: string | null
}
type NoticesAnswer = {
  readonly items: readonly Notice[]
  readonly unread: number
  readonly cameBack: readonly CameBack[]
  readonly next: string | null
}

const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam, signal }) =>
    api.get<NoticesAnswer>('/api/v1/notices', { query: { after: pageParam, limit: 30 }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

const unreadWords = (t: Translate, unread: number): string =>
  unread < unreadAtMost
    ? t('plurals:unread', { count: unread })
    : t('shell:notices.manyUnread', { count: unreadAtMost - 1 })

export const Notices = ({ align = 'end' }: { readonly align?: 'start' | 'end' }) => {
  const { t } = useWords()
  const query = useInfiniteQuery(noticesQuery)
  const data = query.data?.pages[0]
  const read = useRead()
  const exports = useNewExports()
  const cameBack = data?.cameBack ?? []
  useCameBack(data?.cameBack)
  const unread = (data?.unread ?? 0) + exports.length + cameBack.length
  const title = t('shell:notices.title')
  return (
    <Bell
      align={align}
      label={unread === 0 ? title : t('shell:notices.unread', { unread: unreadWords(t, unread) })}
      unread={unread > 0}
      title={title}
      action={
        (data?.unread ?? 0) > 0 && (
          <Button
            kind="text"
            busy={read.isPending}
            onClick={() => read.mutate({ all: true, upTo: data?.items[0]?.id })}
          >
            {t('shell:notices.readAll')}
          </Button>
        )
      }
    >
      {(close) => (
        <>
          <CameBackRows all={cameBack} close={close} />
          <ReadyExports close={close} />
          <NoticeList
            query={query}
            close={close}
            some={exports.length + cameBack.length > 0}
            onRead={(id) => read.mutate({ ids: [id] })}
          />
        </>
      )}
    </Bell>
  )
}

type ListProps = {
  query: UseInfiniteQueryResult<InfiniteData<NoticesAnswer>>
  close: () => void
  some: boolean
  onRead: (id: string) => void
}

const NoticeList = ({ query, close, some, onRead }: ListProps) => {
  const { t, format } = useWords()
  const navigate = useNavigate()
  const now = useNow()
  const { data, isPending, refetch } = query
  if (isPending) return <SkeletonRows rows={4} label={t('shell:notices.loading')} />
  if (!data) return <Failed onRetry={() => void refetch()} />
  const notices = data.pages.flatMap(({ items }) => items)
  if (notices.length === 0 && some) return null
  if (notices.length === 0)
    return (
      <EmptyState level={3} title={t('shell:notices.none')}>
        {t('shell:notices.noneText')}
      </EmptyState>
    )
  const open = ({ id, ticket, readAt }: Notice) => {
    close()
    if (!readAt) onRead(id)
    void navigate({ to: '/tickets/$number', params: { number: String(ticket) } })
  }
  return (
    <>
      {notices.map((notice) => (
        <NoticeRow
          key={notice.id}
          unread={notice.readAt === null}
          unreadLabel={t('shell:notices.new')}
          at={ago(t, format, notice.at, now)}
          onOpen={() => open(notice)}
        >
          {notice.text}
        </NoticeRow>
      ))}
      {query.hasNextPage && (
        <Button kind="text" busy={query.isFetchingNextPage} onClick={() => void showNextPage(query)}>
          {t('shell:showMore')}
        </Button>
      )}
    </>
  )
}

const Failed = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useWords()
  return <FailedState level={3} title={t('shell:notices.failed')} retry={{ label: t('shell:retry'), onRetry }} />
}

const useRead = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (which: { ids: string[] } | { all: true; upTo: string | undefined }) =>
      api.post('/api/v1/notices/read', which),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
}
