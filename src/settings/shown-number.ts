/** A ticket's number as the organisation shows it: T-1042, T-001042. Always 0–9: people copy and search it. */
export const shownNumber = (
  { numberPrefix, numberPadding = 0 }: { numberPrefix: string; numberPadding?: number },
  number: number,
): string => numberPrefix + String(number).padStart(numberPadding, '0')
