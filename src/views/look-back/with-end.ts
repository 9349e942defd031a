export type Days = { readonly from: string; readonly to: string }

/** With one end moved; where it passes the other, that one is left open. */
export const withEnd = (days: Days, end: keyof Days, day: string): Days => ({
  ...(passesOther(days, end, day) ? { from: '', to: '' } : days),
  [end]: day,
})

export const passesOther = (days: Days, end: keyof Days, day: string): boolean => {
  const { from, to }: Days = { ...days, [end]: day }
  return from !== '' && to !== '' && from.slice(0, 10) > to.slice(0, 10)
}
