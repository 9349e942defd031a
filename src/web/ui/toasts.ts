// What just happened, for a few seconds, with a way back. A store of its own: any verb may tell, one region shows.

export type Undo = {
  readonly label: string
  readonly onUndo: () => void
  /** Until when it can be undone (epoch milliseconds), where that passes whoever rests on it: its seconds go by the clock. */
  readonly until?: number
}
export type ToastAsked = {
  readonly text: string
  readonly undo?: Undo
  /** Where it can be looked at. */
  readonly link?: { readonly label: string; readonly href: string }
  readonly tone?: 'neutral' | 'danger'
  readonly milliseconds?: number
  /** When it is gone without having been undone: the moment to do what was only promised. */
  readonly onGone?: () => void
}
export type Toast = ToastAsked & { readonly id: number; readonly left: number }

const tick = 250
const most = 3

export const makeToasts = (every: (run: () => void) => () => void = everyTick, now: () => number = Date.now) => {
  let all: readonly Toast[] = []
  const held = { pointer: new Set<number>(), focus: new Set<number>() }
  let nextId = 1
  let stop: (() => void) | undefined
  const watchers = new Set<() => void>()

  const become = (next: readonly Toast[]) => {
    all = next
    // what goes away with the focus in it hears of no blur
    for (const ids of Object.values(held))
      for (const id of ids) if (!all.some((toast) => toast.id === id)) ids.delete(id)
    if (all.length && !stop) stop = every(pass)
    if (!all.length) stop = void stop?.()
    for (const watcher of watchers) watcher()
  }
  const pass = () => {
    const next = all.map((toast) => ({ ...toast, left: leftOf(toast) }))
    if (next.every(({ left }, index) => left === all[index]?.left)) return
    become(next.filter(({ left }) => left > 0))
    for (const toast of next) if (toast.left <= 0) toast.onGone?.()
  }
  const leftOf = ({ left, undo }: Toast): number => {
    if (undo?.until !== undefined) return undo.until - now()
    return held.pointer.size + held.focus.size > 0 ? left : left - tick
  }
  const take = (id: number): Toast | undefined => {
    const taken = all.find((toast) => toast.id === id)
    become(all.filter((toast) => toast !== taken))
    return taken
  }

  return {
    show: (asked: ToastAsked): number => {
      const id = nextId++
      // said again, as after a double click, a plain sentence stands there once
      const others =
        asked.undo || asked.onGone ? all : all.filter(({ text, onGone, undo }) => onGone || undo || text !== asked.text)
      const kept = others.slice(-(most - 1))
      const pushedOut = others.slice(0, -(most - 1))
      const left = asked.undo?.until === undefined ? asked.milliseconds : asked.undo.until - now()
      become([...kept, { ...asked, id, left: left ?? (asked.undo ? 8000 : 5000) }])
      for (const toast of pushedOut) toast.onGone?.()
      return id
    },
    dismiss: (id: number) => take(id)?.onGone?.(),
    undo: (id: number) => take(id)?.undo?.onUndo(),
    /** By its key: the newest of those that can be undone. */
    undoNewest: () => {
      const newest = all.findLast(({ undo }) => undo)
      if (newest) take(newest.id)?.undo?.onUndo()
    },
    /** While one rests on one of them or has the focus in it, the time stands still; not for what has its own end. */
    hold: (id: number, by: keyof typeof held, on: boolean) => {
      if (on) held[by].add(id)
      else held[by].delete(id)
    },
    subscribe: (watcher: () => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    get: () => all,
  }
}

const everyTick = (run: () => void): (() => void) => {
  const timer = setInterval(run, tick)
  return () => clearInterval(timer)
}

export const toasts = makeToasts()
