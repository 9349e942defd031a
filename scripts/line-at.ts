/** The number of the line in which a character stands. */
export function lineAt(text: string, offset: number) {
  return text.slice(0, offset).split('\n').length
}
