// The dialogs that lie open above the page, the topmost last: what stands outside of it is neither read out nor pressed.

let open: readonly HTMLDialogElement[] = []
const watchers = new Set<() => void>()

const become = (next: readonly HTMLDialogElement[]) => {
  open = next
  for (const watcher of watchers) watcher()
}

export const modals = {
  opened: (dialog: HTMLDialogElement) => become([...open.filter((other) => other !== dialog), dialog]),
  closed: (dialog: HTMLDialogElement) => become(open.filter((other) => other !== dialog)),
  subscribe: (watcher: () => void) => {
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  },
  topmost: () => open.at(-1),
}
