import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { showNextPage } from './next-page.ts'

test.each([
  ['in the moment after it', 'after'],
  ['in the moment before it', 'before'],
] as const)('a press on Show more was lost when something new came %s', async (_said, when) => {
  const client = new QueryClient()
  const asked: number[] = []
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ['list'],
    queryFn: async ({ pageParam, signal }) => {
      asked.push(pageParam)
      await new Promise((resolve) => setTimeout(resolve, 20))
      signal.throwIfAborted()
      return pageParam
    },
    initialPageParam: 1,
    getNextPageParam: (last: number) => (last < 3 ? last + 1 : null),
  })
  const leave = observer.subscribe(() => {})
  await expect.poll(() => observer.getCurrentResult().data?.pages).toEqual([1])

  const somethingComes = () => void client.invalidateQueries({ queryKey: ['list'] })
  if (when === 'before') somethingComes()
  const pressed = showNextPage(observer.getCurrentResult())
  if (when === 'after') somethingComes()
  await pressed

  expect(observer.getCurrentResult().data?.pages).toEqual([1, 2])
  // the list was asked for anew too
  expect(asked.filter((page) => page === 1)).toHaveLength(2)
  leave()
  client.clear()
})
