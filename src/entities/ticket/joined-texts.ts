/** What came back stands before what was begun since, a line between them; where one is empty there is nothing to join. */
export const joinedTexts = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').join('\n\n')
