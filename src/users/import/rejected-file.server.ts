import { byteOrderMark, csvLine, original } from '../../server/files/csv.ts'
import { fieldFault } from '../../words/field-fault.ts'
import { wordsFor } from '../../words/words.ts'
import { added, type Written } from './import-row.ts'
import type { Planned } from './plan-import.ts'

/** The rows that were wrong, as they were, with the line and the reasons: mended, the file can be given again. */
export function rejectedFile({ header, separator }: Written, planned: readonly Planned[], language: string): string {
  const t = wordsFor(language)
  const reason = ({ field, ...error }: Planned['errors'][number]) =>
    `${field}: ${fieldFault(t, error.code, error as never) ?? error.code}`
  const rows = planned.filter(({ will }) => will === 'wrong')
  return [
    byteOrderMark,
    csvLine([...header.filter((column) => column !== undefined), ...added], separator),
    ...rows.map(({ line, errors, row }) =>
      csvLine(
        [
          ...header.flatMap((column, index) => (column ? [original((row.cells[index] ?? '').trim())] : [])),
          line,
          [...new Set(errors.map(reason))].join(' '),
        ],
        separator,
      ),
    ),
  ].join('')
}
