import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft, Writing } from '../../../conversation/writing/writing.ts'
import { Problem } from '../../../web/problem.ts'
import type { Own } from './unsaved.ts'
import { openUnsent, type NotSaved } from './unsent.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const draft = (text: string, back: Draft['back'] = []): Draft => ({
  kind: 'reply',
  text,
  files: [],
  at: '2026-03-02T09:00:00.000Z',
  problem: null,
  back,
})

/** A page over a server that answers when the test says so. */
function page() {
  const told: string[] = []
  const waiting: { answer: () => void; fail: (error: unknown) => void }[] = []
  const learnt: Writing[] = []
  let own: Own = {}
  let failed: NotSaved | undefined
  const unsent = openUnsent({
    place: { whose: 'salma', number: 1042 },
    found: {},
    put: (_, { text }) => {
      told.push(text)
      return new Promise<Writing>((resolve, reject) => {
        waiting.push({ answer: () => resolve({ drafts: [draft(text)], held: [] }), fail: reject })
      })
    },
    learn: (writing) => void learnt.push(writing),
    onOwn: (next) => void (own = next),
    onFailed: (next) => void (failed = next),
  })
  const settle = () => vi.advanceTimersByTimeAsync(1000)
  return {
    unsent,
    told,
    type: (text: string) => unsent.write('reply', { text }),
    box: () => own.reply?.text,
    failed: () => failed,
    settle,
    answer: async () => {
      waiting.shift()!.answer()
      await settle()
    },
    fail: async (error: unknown) => {
      waiting.shift()!.fail(error)
      await settle()
    },
  }
}

test('a moment after the last key the server is told once, and the box goes by its answer', async () => {
  const { type, told, box, settle, answer, unsent } = page()
  type('Hel')
  type('Hello')
  await settle()
  expect(told).toEqual(['Hello'])
  await answer()
  expect([box(), unsent.isWaiting()]).toEqual([undefined, false])
})

test('what is typed while a draft is on its way is told next, and stays in the box', async () => {
  const { type, told, box, settle, answer } = page()
  type('Hello')
  await settle()
  type('Hello, and more')
  await settle()
  expect(told).toEqual(['Hello'])
  await answer()
  expect([told, box()]).toEqual([['Hello', 'Hello, and more'], 'Hello, and more'])
  await answer()
  expect(box()).toBeUndefined()
})

test('what nobody heard is told again, and not over what was typed since', async () => {
  const { type, told, box, settle, fail, answer, failed, unsent } = page()
  type('Hello')
  await settle()
  await fail(new TypeError('Failed to fetch'))
  expect([failed(), box(), unsent.isWaiting()]).toEqual(['unheard', 'Hello', true])
  unsent.saveNext()
  await settle()
  await answer()
  expect([told, failed()]).toEqual([['Hello', 'Hello'], undefined])

  type('Second')
  await settle()
  type('Second, longer')
  await fail(new TypeError('Failed to fetch'))
  expect([told.at(-1), box()]).toEqual(['Second, longer', 'Second, longer'])
})

test('what was refused is said to be, and kept', async () => {
  const { type, settle, fail, failed, box } = page()
  type('Hello')
  await settle()
  await fail(new Problem({ status: 422, code: 'invalidFields', title: 'Refused' }))
  expect([failed(), box()]).toEqual(['refused', 'Hello'])
})

test('what came back while one writes on stands before it, once', () => {
  const { type, unsent, box } = page()
  const back = { drafts: [draft('First.', [{ id: '1', text: 'First.' }])], held: [] }
  type('Second')
  unsent.takeIn(back)
  unsent.takeIn(back)
  expect([box(), unsent.knows('reply')]).toEqual(['First.\n\nSecond', ['1']])
})

test('what did not go out stands in the box again, before what was written since; meanwhile no draft of it is told', async () => {
  const { type, told, unsent, box, settle } = page()
  type('First')
  await unsent.take('reply', { text: 'First', files: [] })
  expect(box()).toBe('')
  type('Second')
  await settle()
  expect(told).toEqual([])
  unsent.giveBack('reply')
  await settle()
  expect([box(), told]).toEqual(['First\n\nSecond', ['First\n\nSecond']])
})

test('once it was sent, what was written since is told as new', async () => {
  const { type, told, unsent, box, settle } = page()
  type('First')
  await unsent.take('reply', { text: 'First', files: [] })
  type('Second')
  unsent.sent('reply')
  await settle()
  expect([box(), told]).toEqual(['Second', ['Second']])
})
