/** Whether nobody would hear a key: what had the focus is gone, or is not shown any more. */
export const isFocusNowhere = (): boolean => {
  const { activeElement, body } = document
  return !activeElement || activeElement === body || !activeElement.checkVisibility()
}

/** Without scrolling there, and not away from where somebody is by now. */
export const focusFromNowhere = (element: Element | null | undefined): void => {
  if (element instanceof HTMLElement && isFocusNowhere()) element.focus({ preventScroll: true })
}
