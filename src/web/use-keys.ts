// Single keys that do something. Letters are taken from what the key produces; on an Arabic (or any other non-Latin) layout,
// where the key a writes ش, from where the key lies. Only staff's pages listen: customers never fetch it.
import { useEffect, useRef } from 'react'
import { areSingleHeard, isSingle } from './keys.ts'

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

/**
 * `{ j: next, 'g n': goToNew, 'mod+k': find, '?': showKeys }`. Pairs wait a second for their second key. What is `first` takes
 * its keys before anybody else on the page: the same letter means the chosen rows and not the ticket beside them.
 */
export const useKeys = (map: KeyMap, enabled = true, { first = false } = {}): void => {
  const current = useRef(map)
  useEffect(() => {
    current.current = map
  })
  useEffect(() => (enabled ? listenForKeys(() => current.current, window, first) : undefined), [enabled, first])
}

const patience = 1000

/** What all that listen at one place share: the maps, and the first key of a pair, which waits for its second for all of them. */
type Shared = { readonly maps: Set<() => KeyMap>; first?: { key: string; at: number } | undefined; told?: Told }
type Told = { readonly press: Event; readonly pair: string | undefined }

const places = new WeakMap<EventTarget, Shared>()

const sharedAt = (target: EventTarget): Shared => {
  const shared = places.get(target) ?? { maps: new Set() }
  places.set(target, shared)
  return shared
}

/** The pair that this press completes, where anybody knows it. A press that completes none may begin one; told once a press. */
const pairIn = (shared: Shared, pressed: KeyboardEvent, key: string): string | undefined => {
  if (shared.told?.press === pressed) return shared.told.pair
  const known = [...shared.maps].flatMap((map) => Object.keys(map()))
  const { first } = shared
  const pair = first && pressed.timeStamp - first.at < patience ? `${first.key} ${key}` : undefined
  const completed = pair !== undefined && known.includes(pair) ? pair : undefined
  const begins = !completed && known.some((keys) => keys.startsWith(`${key} `))
  shared.first = begins ? { key, at: pressed.timeStamp } : undefined
  shared.told = { press: pressed, pair: completed }
  return completed
}

/**
 * The map is asked with each press, so that it may change meanwhile. A press that completes a pair of one map is no key of
 * another: whichever listened first, `g n` goes to the new tickets and writes no note. Returns what ends the listening.
 */
export const listenForKeys = (map: () => KeyMap, target: EventTarget = window, capture = false): (() => void) => {
  const shared = sharedAt(target)
  const onKeyDown = (event: Event) => {
    const pressed = event as KeyboardEvent
    if (pressed.defaultPrevented || pressed.isComposing || pressed.repeat) return
    const key = keyOf(pressed)
    if (!isHeard(key, pressed)) return
    if (!areSingleHeard() && isSingle(key)) return
    if (key === 'escape' && hasOpenPanel()) return
    const act = map()[pairIn(shared, pressed, key) ?? key]
    if (!act) return
    shared.first = undefined
    pressed.preventDefault()
    act(pressed)
  }
  shared.maps.add(map)
  target.addEventListener('keydown', onKeyDown, { capture })
  return () => {
    shared.maps.delete(map)
    target.removeEventListener('keydown', onKeyDown, { capture })
  }
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** `mod` is ⌘ or Ctrl; any other use of Alt, Ctrl or ⌘ belongs to the browser and is named so that no map knows it. */
export const keyOf = ({ key, code, ctrlKey, metaKey, altKey }: Pressed): string => {
  const letter = latinLetter(key, code)
  if (altKey) return `alt+${letter}`
  return ctrlKey || metaKey ? `mod+${letter}` : letter
}

const latinLetter = (key: string, code: string): string => {
  if (key.length > 1 || /^[\u0020-\u007e]$/u.test(key)) return key.toLowerCase()
  // The question mark of an Arabic keyboard asks the same.
  if (key === '؟') return '?'
  return /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? key
}

/**
 * What is found with Ctrl or ⌘ is found from anywhere. What is sent with them is what one sees: the answer under an open dialog
 * was approved unseen.
 */
const isHeard = (key: string, pressed: KeyboardEvent): boolean => {
  if (key === 'mod+enter') return !hasOpenDialog()
  return key.startsWith('mod+') || !(isWriting(pressed) || hasOpenDialog())
}

const isWriting = ({ target }: KeyboardEvent): boolean =>
  typeof Element !== 'undefined' &&
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable],[role=menu],dialog',
  ) !== null

/** Escape closes a panel that lies open, and the browser does that: kept from it, the panel would stay. */
const hasOpenPanel = (): boolean =>
  typeof document !== 'undefined' && document.querySelector('[popover=auto]:popover-open') !== null

/** Keys are then for what lies on top, also while nothing in it has the focus. */
const hasOpenDialog = (): boolean => typeof document !== 'undefined' && document.querySelector('dialog:modal') !== null
