// Single keys that do something, and how a key is written. Letters are taken from what the key produces; on an Arabic (or
// any other non-Latin) layout, where the key a writes ش, from where the key lies.
import { useEffect, useRef, useSyncExternalStore } from 'react'

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

let single = true
const watchers = new Set<() => void>()

/** Whoever speaks to their machine, or types in another program's voice, switches single keys off (WCAG 2.1.4). */
export const allowSingleKeys = (allowed: boolean): void => {
  if (single === allowed) return
  single = allowed
  for (const tell of watchers) tell()
}

const watch = (tell: () => void): (() => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** Whether a key, or the first of a pair, is a sign alone: with Ctrl or ⌘, and Enter, arrows and Escape, it is none. */
const isSingle = (keys: string): boolean => keys.split(' ').some((key) => [...key].length === 1)

/** Whether these keys do something for this reader; what is written beside a button follows it. */
export const useIsHeard = (keys: string): boolean => useSyncExternalStore(watch, () => single) || !isSingle(keys)

/** The map is asked with each press, so that it may change meanwhile. Returns what ends the listening. */
export const listenForKeys = (map: () => KeyMap, target: EventTarget = window, capture = false): (() => void) => {
  let first: { key: string; at: number } | undefined
  const onKeyDown = (event: Event) => {
    const pressed = event as KeyboardEvent
    if (pressed.defaultPrevented || pressed.isComposing || pressed.repeat) return
    const key = keyOf(pressed)
    if (!isHeard(key, pressed)) return
    if (!single && isSingle(key)) return
    if (key === 'escape' && hasOpenPanel()) return
    const pair = first && pressed.timeStamp - first.at < patience ? `${first.key} ${key}` : undefined
    const act = (pair && map()[pair]) || map()[key]
    const opensPair = !act && Object.keys(map()).some((keys) => keys.startsWith(`${key} `))
    first = opensPair ? { key, at: pressed.timeStamp } : undefined
    if (!act) return
    pressed.preventDefault()
    act(pressed)
  }
  target.addEventListener('keydown', onKeyDown, { capture })
  return () => target.removeEventListener('keydown', onKeyDown, { capture })
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

const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.platform)

const signs: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  shift: '⇧',
  space: '␣',
}

/** As they stand on a keyboard, a cap for each press: `g i` is two, `mod+k` is ⌘K on a Mac. */
export const keyCaps = (keys: string, mac = isMac()): string[] => keys.split(' ').map((chord) => capOf(chord, mac))

const capOf = (chord: string, mac: boolean): string =>
  chord
    .split('+')
    .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (signs[part.toLowerCase()] ?? part.toUpperCase())))
    .join(mac ? '' : ' ')

/** For `aria-keyshortcuts`, which knows no pairs of keys one after the other. */
export const ariaKeys = (keys: string | undefined): string | undefined => {
  if (!keys || keys.includes(' ')) return undefined
  return keys.startsWith('mod+') ? `Meta+${keys.slice(4)} Control+${keys.slice(4)}` : keys
}
