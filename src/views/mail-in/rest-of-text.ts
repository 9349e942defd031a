/** What stands in the whole text beyond what is shown of it: all of it where the two do not begin alike. */
export const restOfText = (text: string, whole: string): string => {
  const shown = text.trim()
  const all = whole.trim()
  if (shown === '' || shown === all) return ''
  return all.startsWith(shown) ? all.slice(shown.length).trim() : all
}
