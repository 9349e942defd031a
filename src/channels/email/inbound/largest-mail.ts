/** No mail system passes on more; of what is larger its end is not fetched. */
export const largestMail = 60 * 1024 * 1024
