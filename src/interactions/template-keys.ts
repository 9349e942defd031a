// The key of a text: `body_noConfirm` is the body for a desk whose customers need not confirm.

/** Behind the line: in which case the text is read; undefined: the usual one. */
export const variantOf = (key: string): string | undefined => key.split('_')[1]

export const stemOf = (key: string): string => key.split('_')[0] ?? key

/** In any of its variants. */
export const isBody = (key: string): boolean => stemOf(key) === 'body'
