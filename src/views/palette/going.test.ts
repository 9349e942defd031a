import { expect, test } from 'vitest'
import { goingKeys, placesOf } from './going.ts'

test('no two places are gone to by the same keys', () => {
  const keys = Object.values(goingKeys)
  expect(new Set(keys).size).toBe(keys.length)
})

test('the queue of new tickets and a new request are two places', () => {
  const item = { label: 'New', icon: 'inbox' } as const
  const nav = [
    { key: 'queues', items: [{ ...item, key: 'new', href: '/incoming?queue=new' }] },
    { key: 'requests', items: [{ ...item, key: 'new', href: '/new' }] },
  ]
  expect(placesOf(nav).map(({ place, keys }) => [place, keys])).toEqual([
    ['new', 'g n'],
    ['newRequest', 'g q'],
  ])
})
