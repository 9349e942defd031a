/** A number as a list's address asks for it, exactly; the page says so before it asks. */
export const isAskedNumber = (text: string): boolean => /^-?\d{1,15}(\.\d{1,6})?$/.test(text)
