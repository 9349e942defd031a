/** How long each is in milliseconds, as `Date` counts. What counts in seconds says so in its name. */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
