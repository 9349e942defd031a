/** One class attribute out of what is there. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
