import { expect, test, vi } from 'vitest'
import { makeToasts } from './toasts.ts'

const withClock = () => {
  let run: (() => void) | undefined
  let now = 0
  const toasts = makeToasts(
    (pass) => {
      run = pass
      return () => {
        run = undefined
      }
    },
    () => now,
  )
  const wait = (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 250) {
      now += 250
      run?.()
    }
  }
  return { toasts, wait, isTicking: () => run !== undefined }
}

test('what happened is told for five seconds and then gone, and the clock stops', () => {
  const { toasts, wait, isTicking } = withClock()
  toasts.show({ text: 'Assigned' })
  wait(4750)
  expect(toasts.get()).toHaveLength(1)
  wait(250)
  expect(toasts.get()).toHaveLength(0)
  expect(isTicking()).toBe(false)
})

test('what is undone in time is never done', () => {
  const { toasts, wait } = withClock()
  const [onUndo, onGone] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const id = toasts.show({ text: 'Closed', undo: { label: 'Undo', onUndo }, onGone })
  wait(2000)
  toasts.undo(id)
  wait(10_000)
  expect(onUndo).toHaveBeenCalledOnce()
  expect(onGone).not.toHaveBeenCalled()
})

test('what is not undone is done once', () => {
  const { toasts, wait } = withClock()
  const onGone = vi.fn<() => void>()
  toasts.show({ text: 'Closed', undo: { label: 'Undo', onUndo: vi.fn<() => void>() }, onGone })
  wait(20_000)
  expect(onGone).toHaveBeenCalledOnce()
})

test('while one rests on it the time stands still', () => {
  const { toasts, wait } = withClock()
  const id = toasts.show({ text: 'Assigned' })
  toasts.hold(id, 'pointer', true)
  wait(60_000)
  expect(toasts.get()).toHaveLength(1)
  toasts.hold(id, 'pointer', false)
  wait(5000)
  expect(toasts.get()).toHaveLength(0)
})

test('under the pointer a message that was sent counted no further, and Undo stood there after it had gone out', () => {
  const { toasts, wait } = withClock()
  const undo = { label: 'Undo', onUndo: vi.fn<() => void>(), until: 10_000 }
  const id = toasts.show({ text: 'T-7: not sent yet', undo })
  toasts.hold(id, 'pointer', true)
  wait(4000)
  expect(toasts.get()).toMatchObject([{ left: 6000 }])
  wait(6000)
  toasts.undo(id)
  expect(undo.onUndo).not.toHaveBeenCalled()
  expect(toasts.get()).toHaveLength(0)
})

test('in a tab whose timers are slowed down a message that was sent is gone when its time is over', () => {
  let [now, pass] = [0, () => {}]
  const toasts = makeToasts(
    (run) => {
      pass = run
      return () => {}
    },
    () => now,
  )
  toasts.show({ text: 'T-7: not sent yet', undo: { label: 'Undo', onUndo: vi.fn<() => void>(), until: 10_000 } })
  now = 60_000
  pass()
  expect(toasts.get()).toHaveLength(0)
})

test.each(['undo', 'dismiss'] as const)('after %s by keyboard every later toast stood for good', (way) => {
  const { toasts, wait } = withClock()
  const id = toasts.show({ text: 'Assigned', undo: { label: 'Undo', onUndo: vi.fn<() => void>() } })
  toasts.hold(id, 'focus', true)
  toasts[way](id)
  toasts.show({ text: 'Closed' })
  wait(5000)
  expect(toasts.get()).toHaveLength(0)
})

test('one that goes away does not set the time going for another that is rested on', () => {
  const { toasts, wait } = withClock()
  const [first, second] = [toasts.show({ text: 'Assigned' }), toasts.show({ text: 'Closed' })]
  toasts.hold(first, 'focus', true)
  toasts.hold(second, 'pointer', true)
  toasts.dismiss(first)
  wait(60_000)
  expect(toasts.get()).toMatchObject([{ text: 'Closed' }])
})

test('a fourth pushes out the first, which then happens', () => {
  const { toasts } = withClock()
  const onGone = vi.fn<() => void>()
  toasts.show({ text: 'one', onGone })
  for (const text of ['two', 'three', 'four']) toasts.show({ text })
  expect(toasts.get().map(({ text }) => text)).toEqual(['two', 'three', 'four'])
  expect(onGone).toHaveBeenCalledOnce()
})

test('a double click does not say the same sentence twice', () => {
  const { toasts } = withClock()
  for (const text of ['Approved', 'Assigned', 'Approved']) toasts.show({ text })
  expect(toasts.get().map(({ text }) => text)).toEqual(['Assigned', 'Approved'])
})
