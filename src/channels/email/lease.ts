/** How long a claimed mail is one process's alone, by the clock of the database. */
export const leaseMs = 30_000

export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds)
