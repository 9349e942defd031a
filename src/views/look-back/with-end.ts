export type Days = { readonly from: string; readonly to: string }

/** With one end moved; where it passes the other, that one is left open. */
export const withEnd = (days: Days, end: keyof Days, day: string): Days => {
  const moved = { ...days, [end]: day }
  const isNever = moved.from !== '' && moved.to !== '' && moved.from.slice(0, 10) > moved.to.slice(0, 10)
  return isNever ? { from: '', to: '', [end]: day } : moved
}
