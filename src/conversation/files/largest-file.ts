/** Bytes that one file may have. */
export const largestFile = 25 * 1024 * 1024
