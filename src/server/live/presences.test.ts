import { expect, test } from 'vitest'
import type { Hint } from './hints.server.ts'
import { openPresences } from './presences.server.ts'

/** Two processes that hear each other. */
function openTwo() {
  let now = 0
  const listeners = new Set<(hint: Hint) => void>()
  const hints = {
    publish: (hint: Partial<Hint>) =>
      listeners.forEach((listener) =>
        listener({
          tickets: [],
          people: [],
          jobs: false,
          rights: false,
          figures: false,
          undelivered: [],
          here: [],
          missed: false,
          ...hint,
        }),
      ),
    subscribe: (listener: (hint: Hint) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const one = openPresences(hints, () => now)
  const other = openPresences(hints, () => now)
  return { one, other, pass: (seconds: number) => void (now += seconds * 1000) }
}

test('what is said at one server is known at the other', () => {
  const { one, other } = openTwo()
  one.say([1042, 'omar', 'looking'])
  expect(other.at(1042)).toMatchObject([{ person: 'omar', doing: 'looking' }])
  expect(other.at(1043)).toEqual([])
})

test('who is not heard of for a while is gone; who says it again stays, since when they came', () => {
  const { one, other, pass } = openTwo()
  one.say([1042, 'omar', 'looking'])
  pass(30)
  one.say([1042, 'omar', 'looking'])
  pass(30)
  expect(other.at(1042)).toMatchObject([{ since: new Date(0) }])
  pass(30)
  expect(other.at(1042)).toEqual([])
})

test('only a change is told, not each word of life', () => {
  const { one, other } = openTwo()
  const heard: number[] = []
  other.onChange((room) => heard.push(room))
  one.say([1042, 'omar', 'looking'])
  one.say([1042, 'omar', 'looking'])
  one.say([1042, 'omar', 'writing'])
  one.say([1042, 'omar', 'gone'])
  one.say([1042, 'omar', 'gone'])
  expect(heard).toEqual([1042, 1042, 1042])
})

test('who had a ticket open twice was gone for the others when they closed one of the two', () => {
  const { one, other, pass } = openTwo()
  const heard: number[] = []
  other.onChange((room) => heard.push(room))
  const seen = () => other.at(1042).map(({ person, doing }) => [person, doing])
  one.say([1042, 'omar', 'writing', 'first'])
  one.say([1042, 'omar', 'looking', 'second'])
  expect(seen()).toEqual([['omar', 'writing']])
  one.say([1042, 'omar', 'gone', 'second'])
  expect(seen()).toEqual([['omar', 'writing']])
  expect(heard).toEqual([1042])
  one.say([1042, 'omar', 'looking', 'third'])
  one.say([1042, 'omar', 'gone', 'first'])
  expect(seen()).toEqual([['omar', 'looking']])
  pass(60)
  expect(seen()).toEqual([])
})
