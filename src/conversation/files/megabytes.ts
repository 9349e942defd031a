/** Bytes of megabytes as people count them. */
export const bytesOf = (megabytes: number): number => megabytes * 1024 * 1024
