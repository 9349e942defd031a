/**
 * The ticket beside the chosen one. One that closed several times is there several times, and is one step: from its second
 * closing a step by rows would lead back to behind its first.
 */
export const stepped = (tickets: readonly { readonly number: number }[], from: number | undefined, by: 1 | -1) => {
  const numbers = [...new Set(tickets.map(({ number }) => number))]
  return numbers[numbers.findIndex((number) => number === from) + by]
}
