import { useLocation } from '@tanstack/react-router'

/** Behind the #, so in no log. Another one that is put into the address bar of the same page counts at once. */
export const useTokenInAddress = (): string => useLocation({ select: ({ hash }) => hash })
