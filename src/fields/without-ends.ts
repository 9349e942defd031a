/**
 * A text without the signs that it ends with. An expression such as /x+$/ begins anew at every x of a long row that ends in
 * something else: a hundred thousand of them hold up everybody for seconds.
 */
export function withoutEnding(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

export function withoutBeginning(text: string, signs: string): string {
  let begin = 0
  while (begin < text.length && signs.includes(text[begin]!)) begin += 1
  return text.slice(begin)
}
