import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Hint } from '../web/live.ts'
import { followHints } from './live-queries.ts'

/** A page, and a ticket whose answers come when they are let come. */
function openPage() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } })
  const answers: ((ticket: string) => void)[] = []
  let hear: (hint: Hint) => void = () => {}
  followHints({ subscribe: (listener) => ((hear = listener), () => {}) }, client)
  const ticket = {
    queryKey: ['ticket', 1001],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  }
  return { client, answers, ticket, hear: (hint: Hint) => hear(hint) }
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
