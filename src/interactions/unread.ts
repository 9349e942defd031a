/** Unread notices are counted no further: beyond, the bell says that there are more than the one before. */
export const unreadAtMost = 100
