/** How the line to a mail server is kept: encrypted from the first byte, from STARTTLS on, or not at all. */
export const securities = ['tls', 'startTls', 'none'] as const
export type Security = (typeof securities)[number]

/** A host and no more: it becomes part of an address. */
export const hostShape = { matches: /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/, otherwise: 'wrongType' }
