/** Which text of a ticket has the words, and a piece of it with them marked. */
export type FoundText = {
  where: 'title' | 'description' | 'comment' | 'solution' | 'message' | 'custom'
  language: string
  pieces: { text: string; marked: boolean }[]
}
