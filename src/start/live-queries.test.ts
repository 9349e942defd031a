import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Hint } from '../web/live.ts'
import { followHints } from './live-queries.ts'

/** A page, and a ticket whose answers come when they are let come. */
function openPage() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } })
  const answers: ((ticket: string) => void)[] = []
  let hear: (hint: Hint) => void = () => {}
  const waiting: (() => void)[] = []
  followHints({ subscribe: (listener) => ((hear = listener), () => {}) }, client, (run) => waiting.push(run))
  const ticket = {
    queryKey: ['ticket', 1001],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  }
  const later = () => waiting.splice(0).forEach((run) => run())
  return { client, answers, ticket, hear: (hint: Hint) => hear(hint), later }
}

const hints: Hint[] = [{ kind: 'ticket', ticket: 1001 }, { kind: 'catchUp' }]

test.each(hints)('a page that was slow to load missed what happened meanwhile ($kind)', async (hint) => {
  const { client, answers, ticket, hear } = openPage()
  const shown = new QueryObserver(client, ticket)
  const leave = shown.subscribe(() => {})
  await expect.poll(() => answers.length).toBe(1)
  hear(hint)
  answers[0]!('without the file')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!('with the file')
  await expect.poll(() => shown.getCurrentResult().data).toBe('with the file')
  expect(answers).toHaveLength(2)
  leave()
})

test('what was asked for ahead, and was on its way as it changed, is asked for again by whoever shows it', async () => {
  const { client, answers, ticket, hear } = openPage()
  const ahead = client.prefetchQuery(ticket)
  await expect.poll(() => answers.length).toBe(1)
  hear(hints[0]!)
  answers[0]!('before')
  await ahead
  const shown = new QueryObserver(client, ticket)
  const leave = shown.subscribe(() => {})
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!('after')
  await expect.poll(() => shown.getCurrentResult().data).toBe('after')
  leave()
})

test('what changes again while it is asked anew is asked once more, and no more than that', async () => {
  const { client, answers, ticket, hear } = openPage()
  client.setQueryData(ticket.queryKey, 'there')
  const shown = new QueryObserver(client, ticket)
  const leave = shown.subscribe(() => {})
  hear(hints[0]!)
  await expect.poll(() => answers.length).toBe(1)
  hear(hints[0]!)
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!('now')
  await expect.poll(() => shown.getCurrentResult().data).toBe('now')
  expect(answers).toHaveLength(2)
  leave()
})

test('who had scrolled down the list of a busy desk saw it stand still: each change asked for all its pages anew', async () => {
  const { client, hear, later } = openPage()
  const pages: ((page: string) => void)[] = []
  const shown = new InfiniteQueryObserver(client, {
    queryKey: ['incoming', 'all'],
    queryFn: () => new Promise<string>((resolve) => pages.push(resolve)),
    initialData: { pages: ['was', 'was'], pageParams: [0, 1] },
    initialPageParam: 0,
    getNextPageParam: (_, all) => (all.length < 2 ? all.length : null),
    staleTime: 30_000,
  })
  const leave = shown.subscribe(() => {})
  const change = () => (hear(hints[0]!), later())
  change()
  await expect.poll(() => pages.length).toBe(1)
  pages[0]!('before')
  await expect.poll(() => pages.length).toBe(2)
  // the second page is on its way
  change()
  change()
  pages[1]!('before')
  await expect.poll(() => shown.getCurrentResult().data?.pages).toEqual(['before', 'before'])
  await expect.poll(() => pages.length).toBe(3)
  pages[2]!('now')
  await expect.poll(() => pages.length).toBe(4)
  pages[3]!('now')
  await expect.poll(() => shown.getCurrentResult().data?.pages).toEqual(['now', 'now'])
  expect(pages).toHaveLength(4)
  leave()
})
