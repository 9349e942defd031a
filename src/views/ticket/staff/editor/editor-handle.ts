/** What the composer asks of its box, whichever of the two is there. */
export type EditorHandle = {
  focus(): void
  /** Words of a canned answer, where the cursor stands. */
  insert(markdown: string): void
}
