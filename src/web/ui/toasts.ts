// What just happened, for a few seconds, with a way back. A store of its own: any verb may tell, one region shows.

export type Undo = { readonly label: string; readonly onUndo: () => void }
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

export const makeToasts = (every: (run: () => void) => () => void = everyTick) => {
  let all: readonly Toast[] = []
  let held = false
  let nextId = 1
  let stop: (() => void) | undefined
  const watchers = new Set<() => void>()

  const become = (next: readonly Toast[]) => {
    all = next
    if (all.length && !stop) stop = every(pass)
    if (!all.length) stop = void stop?.()
    for (const watcher of watchers) watcher()
  }
  const pass = () => {
    if (held) return
    const over = all.filter(({ left }) => left <= tick)
    become(all.filter(({ left }) => left > tick).map((toast) => ({ ...toast, left: toast.left - tick })))
    for (const toast of over) toast.onGone?.()
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
      become([...kept, { ...asked, id, left: asked.milliseconds ?? (asked.undo ? 8000 : 5000) }])
      for (const toast of pushedOut) toast.onGone?.()
      return id
    },
    dismiss: (id: number) => take(id)?.onGone?.(),
    undo: (id: number) => take(id)?.undo?.onUndo(),
    /** While one rests on it or has the focus in it, the time stands still. */
    hold: (on: boolean) => {
      held = on
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
