import { expect, test, vi } from 'vitest'
import { makeToasts } from './toasts.ts'

const withClock = () => {
  let run: (() => void) | undefined
  const toasts = makeToasts((pass) => {
    run = pass
    return () => {
      run = undefined
    }
  })
  const wait = (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 250) run?.()
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

test('undone, it is not done', () => {
  const { toasts, wait } = withClock()
  const [onUndo, onGone] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const id = toasts.show({ text: 'Closed', undo: { label: 'Undo', onUndo }, onGone })
  wait(2000)
  toasts.undo(id)
  wait(10_000)
  expect(onUndo).toHaveBeenCalledOnce()
  expect(onGone).not.toHaveBeenCalled()
})

test('not undone, it is done once', () => {
  const { toasts, wait } = withClock()
  const onGone = vi.fn<() => void>()
  toasts.show({ text: 'Closed', undo: { label: 'Undo', onUndo: vi.fn<() => void>() }, onGone })
  wait(20_000)
  expect(onGone).toHaveBeenCalledOnce()
})

test('while one rests on it the time stands still', () => {
  const { toasts, wait } = withClock()
  toasts.show({ text: 'Assigned' })
  toasts.hold(true)
  wait(60_000)
  expect(toasts.get()).toHaveLength(1)
  toasts.hold(false)
  wait(5000)
  expect(toasts.get()).toHaveLength(0)
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
