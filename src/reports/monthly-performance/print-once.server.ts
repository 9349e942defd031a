import { createHash } from 'node:crypto'
import type { Paper } from './pdf/paper.ts'

export type Print = (paper: Paper, madeAt: string) => Promise<Buffer>

/** Languages times scopes, mostly; beyond that the oldest is set anew. */
const kept = 8

/**
 * Sets each paper once: readers of one language who see the same figures get one file. What stands on the paper is what tells
 * papers apart, so nobody is ever sent what stands on another's.
 */
export function printOnce(print: Print): Print {
  const printed = new Map<string, Promise<Buffer>>()
  return (paper, madeAt) => {
    const key = createHash('sha256')
      .update(JSON.stringify([paper, madeAt]))
      .digest('base64')
    const before = printed.get(key)
    if (before) return before
    const file = print(paper, madeAt)
    printed.set(key, file)
    // what failed is tried anew with the next mail
    file.catch(() => printed.delete(key))
    if (printed.size > kept) printed.delete(printed.keys().next().value!)
    return file
  }
}
