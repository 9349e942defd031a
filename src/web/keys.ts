// How keys are written, and whether single ones are heard.
import { useSyncExternalStore } from 'react'

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

/** Whether one that is a sign alone does something for this reader. */
export const areSingleHeard = (): boolean => single

/** Whether a key, or the first of a pair, is a sign alone: with Ctrl or ⌘, and Enter, arrows and Escape, it is none. */
export const isSingle = (keys: string): boolean => keys.split(' ').some((key) => [...key].length === 1)

/** Whether these keys do something for this reader; what is written beside a button follows it. */
export const useIsHeard = (keys: string): boolean => useSyncExternalStore(watch, () => single) || !isSingle(keys)

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

/** The same to whoever hears it: most signs on caps are passed over. */
export const spokenKeys = (keys: string, mac = isMac()): string => keys.replace('mod+', mac ? '⌘+' : 'Ctrl+')

/** Takes back what was done last, on staff's pages. */
export const undoKeys = 'z'

/** Nothing for whoever has switched single keys off: a screen reader would name what does nothing. */
export const useAriaKeys = (keys: string | undefined): string | undefined =>
  useIsHeard(keys ?? '') ? ariaKeys(keys) : undefined

/** For `aria-keyshortcuts`, which knows no pairs of keys one after the other. */
export const ariaKeys = (keys: string | undefined): string | undefined => {
  if (!keys || keys.includes(' ')) return undefined
  return keys.startsWith('mod+') ? `Meta+${keys.slice(4)} Control+${keys.slice(4)}` : keys
}
