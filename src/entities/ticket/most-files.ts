/** Files that one text may have. */
export const mostFiles = 20
