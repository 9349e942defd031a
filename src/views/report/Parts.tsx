import { daysLater, monthsLater } from '../../statistics/day.ts'
import type { Part } from '../../reports/monthly-performance/monthly-performance.ts'
import {
  furtherColumns,
  headOf,
  partCell,
  partColumns,
  type Column,
} from '../../reports/monthly-performance/part-columns.ts'
import type { SplitBy } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { Link } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Moved } from '../look-back/Change.tsx'
import { closedBetween } from '../look-back/closed-address.ts'
import table from '../look-back/figure-table.module.css'
import styles from './Report.module.css'

type Props = {
  readonly of: SplitBy
  readonly month: string
  readonly parts: readonly Part[]
  /** Between what days of its own calendar lie. */
  readonly edges: (first: string, last: string) => [from: string, to: string]
}

/** What each did that month in two tables, as on paper; the second has what the first has no room for. */
export const Parts = (props: Props) => {
  const { t } = useWords()
  if (props.parts.length === 0) return <p className="dim">{t('lookBack:report.noParts')}</p>
  return (
    <>
      <Figures {...props} columns={partColumns[props.of]} />
      <h4 className={styles['further']}>{t(`report:further.${props.of}`)}</h4>
      <Figures {...props} columns={furtherColumns} />
    </>
  )
}

/** What each did that month, against the month before; the closed ones lead to their tickets. */
const Figures = ({ of, month, parts, edges, columns }: Props & { readonly columns: readonly Column[] }) => {
  const { t, format } = useWords()
  const [from, to] = edges(`${month}-01`, daysLater(`${monthsLater(month, 1)}-01`, -1))
  return (
    <div className={styles['scroll']}>
      <table className={classes(table['table'], styles['table'], styles['parts'])}>
        <thead>
          <tr>
            <th scope="col">{t(`report:table.${of}`)}</th>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {headOf(column, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <th scope="row">
                <bdi>{part.name}</bdi>
              </th>
              {columns.map((column) => {
                const { value, step } = partCell(column, part, t, format)
                const leads = column.name === 'statistics:figure.closed'
                return (
                  <td key={column.name}>
                    {leads ? (
                      <Link href={closedBetween(from, to, of === 'group' ? { group: part.id } : { member: part.id })}>
                        {value}
                      </Link>
                    ) : (
                      value
                    )}
                    {step && (
                      <Moved up={step.up} amount={step.amount} mood={step.tone === 'plain' ? undefined : step.tone} />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
