/** Bytes of megabytes as people count them. */
export const bytesOf = (megabytes: number): number => megabytes * 1024 * 1024

/** Bytes that one file may have where nothing else is set. */
export const largestFile = bytesOf(25)
