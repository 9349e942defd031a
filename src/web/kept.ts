/**
 * What the browser keeps, by name. One that keeps nothing (its storage is full, or forbidden) is as if nothing lay there: what
 * is written lives as long as the page.
 */
const keptIn = (storage: () => Storage) => ({
  read: (name: string): string | undefined => attempt(() => storage().getItem(name)) ?? undefined,
  /** As it was written as JSON; what is none counts as nothing. */
  readJson: (name: string): unknown =>
    attempt(() => JSON.parse(storage().getItem(name) ?? 'null') as unknown) ?? undefined,
  write: (name: string, value: string): void => void attempt(() => storage().setItem(name, value)),
  forget: (name: string): void => void attempt(() => storage().removeItem(name)),
  forgetAll: (): void => void attempt(() => storage().clear()),
})

/** Until the tab is closed. */
export const keptInTab = keptIn(() => sessionStorage)
/** On this device. */
export const keptOnDevice = keptIn(() => localStorage)

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
