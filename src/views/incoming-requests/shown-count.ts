import { countedAtMost } from '../../queries/incoming-requests/queues.ts'
import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'

/** Counting stops at a thousand: "999+". */
export const shownCount = (t: Translate, format: Pick<Format, 'number'>, count: number): string =>
  count < countedAtMost
    ? format.number(count, { useGrouping: false })
    : t('incoming:countOver', { count: countedAtMost - 1 })

/** What a search or a filter came to; the rest of a long list is not counted. */
export const saidOf = (t: Translate, count: number, complete: boolean): string => {
  if (!complete) return t('incoming:countOver', { count })
  return count === 0 ? t('incoming:nothingFits') : t('plurals:tickets', { count })
}
