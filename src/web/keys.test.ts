import { afterEach, expect, test, vi } from 'vitest'
import { ariaKeys, keyCaps, spokenKeys } from './keys.ts'
import { keyOf, listenForKeys } from './use-keys.ts'
import type { KeyMap } from './use-keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test('a key is the letter that it writes', () => expect(keyOf({ key: 'j', code: 'KeyJ', ...plain })).toBe('j'))
test('a key is the letter that it writes on a French layout too', () =>
  expect(keyOf({ key: 'a', code: 'KeyQ', ...plain })).toBe('a'))
test('on an Arabic layout a key is the Latin letter of its place', () =>
  expect(keyOf({ key: 'ش', code: 'KeyA', ...plain })).toBe('a'))
test('the Arabic question mark asks the same', () => expect(keyOf({ key: '؟', code: 'Slash', ...plain })).toBe('?'))
test('Ctrl and ⌘ are one', () => {
  expect(keyOf({ key: 'k', code: 'KeyK', ...plain, ctrlKey: true })).toBe('mod+k')
  expect(keyOf({ key: 'ن', code: 'KeyK', ...plain, metaKey: true })).toBe('mod+k')
})

const press = (target: EventTarget, key: string, at: number, more: object = {}) => {
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key, code: '', ...plain, ...more })
  Object.defineProperty(event, 'timeStamp', { value: at })
  target.dispatchEvent(event)
  return event
}
const listening = (map: KeyMap) => {
  const target = new EventTarget()
  listenForKeys(() => map, target)
  return target
}

test('one key acts and is taken', () => {
  const next = vi.fn<() => void>()
  expect(press(listening({ j: next }), 'j', 0).defaultPrevented).toBe(true)
  expect(next).toHaveBeenCalledOnce()
})

test('two keys within a second are a pair', () => {
  const goToNew = vi.fn<() => void>()
  const note = vi.fn<() => void>()
  const target = listening({ 'g n': goToNew, n: note })
  press(target, 'g', 0)
  press(target, 'n', 900)
  expect([goToNew.mock.calls.length, note.mock.calls.length]).toEqual([1, 0])
})

test('two keys more than a second apart are no pair', () => {
  const goToNew = vi.fn<() => void>()
  const note = vi.fn<() => void>()
  const target = listening({ 'g n': goToNew, n: note })
  press(target, 'g', 0)
  press(target, 'n', 1500)
  expect([goToNew.mock.calls.length, note.mock.calls.length]).toEqual([0, 1])
})

test.each(['before', 'after'])(
  'g n wrote a note where the ticket’s keys listened %s those that go somewhere',
  (order) => {
    const goToNew = vi.fn<() => void>()
    const note = vi.fn<() => void>()
    const target = new EventTarget()
    const maps: KeyMap[] = [{ n: note }, { 'g n': goToNew }]
    const ends = (order === 'before' ? maps : maps.toReversed()).map((map) => listenForKeys(() => map, target))
    press(target, 'g', 0)
    press(target, 'n', 400)
    expect([goToNew.mock.calls.length, note.mock.calls.length]).toEqual([1, 0])
    // the pair is over, and so it is where nothing else came in time
    press(target, 'n', 500)
    press(target, 'g', 600)
    press(target, 'n', 1700)
    expect([goToNew.mock.calls.length, note.mock.calls.length]).toEqual([1, 2])
    // whoever listens no more has no pairs
    for (const end of order === 'before' ? ends.slice(1) : ends.slice(0, 1)) end()
    press(target, 'g', 2000)
    press(target, 'n', 2100)
    expect([goToNew.mock.calls.length, note.mock.calls.length]).toEqual([1, 3])
  },
)

test('a key held down and one within a composition are nobody’s', () => {
  const next = vi.fn<() => void>()
  const target = listening({ j: next })
  press(target, 'j', 0, { repeat: true })
  press(target, 'j', 10, { isComposing: true })
  expect(next).not.toHaveBeenCalled()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

test('Ctrl+Enter under the sheet of keys approved and sent the answer; Ctrl+K still finds', () => {
  const [approve, find] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const target = listening({ 'mod+enter': approve, 'mod+k': find })
  const over = vi.fn<(selector: string) => object | null>((selector) => (selector === 'dialog:modal' ? {} : null))
  vi.stubGlobal('document', { querySelector: over })
  for (const key of ['Enter', 'k']) press(target, key, 0, { ctrlKey: true })
  expect([approve.mock.calls.length, find.mock.calls.length]).toEqual([0, 1])
  over.mockReturnValue(null)
  press(target, 'Enter', 10, { ctrlKey: true })
  expect(approve).toHaveBeenCalledOnce()
})

test('keys are written as the machine writes them', () => {
  expect(keyCaps('mod+Enter', true)).toEqual(['⌘↵'])
  expect(keyCaps('mod+k', false)).toEqual(['Ctrl K'])
  expect(keyCaps('g n', true)).toEqual(['G', 'N'])
  expect(ariaKeys('mod+k')).toBe('Meta+k Control+k')
  expect(ariaKeys('g n')).toBeUndefined()
})

test('whoever hears the keys hears words, and not the signs on their caps', () => {
  expect(spokenKeys('mod+Enter', false)).toBe('Ctrl+Enter')
  expect(spokenKeys('mod+k', true)).toBe('⌘+k')
  expect(spokenKeys('g n')).toBe('g n')
})
