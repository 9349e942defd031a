import { statuses } from '../../entities/ticket/ticket.ts'
import { StatusGlyph, StatusPill } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { drawing, drawn, places } from './workflow-geometry.ts'
import { arrowsOf, stepsOf } from './workflow-steps.ts'
import type { Step } from './workflow-steps.ts'
import styles from './WorkflowDrawing.module.css'

type Props = { readonly switches: { readonly review: boolean; readonly confirmation: boolean } }

/** The whole workflow: a drawing to see it, and the same step by step to read it. */
export const WorkflowDrawing = ({ switches }: Props) => {
  const { t } = useWords()
  const steps = stepsOf(switches)
  return (
    <section className={styles['drawn']} aria-label={t('administration:workflow.drawing')}>
      <Drawing steps={steps} />
      <div className={styles['steps']}>
        {statuses.map((status) => (
          <Steps key={status} status={status} steps={steps.filter(({ from }) => from === status)} />
        ))}
      </div>
    </section>
  )
}

const Drawing = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { t } = useWords()
  const { width, height } = drawing
  const arrows = arrowsOf(steps).map(drawn)
  return (
    <div className={styles['picture']} aria-hidden>
      <div className={styles['paper']} style={{ aspectRatio: `${width} / ${height}` }}>
        <svg className={styles['lines']} viewBox={`0 0 ${width} ${height}`}>
          {arrows.map(({ key, line, head }) => (
            <g key={key}>
              <path d={line} />
              <path d={head} />
            </g>
          ))}
        </svg>
        {arrows
          .filter(({ arrow }) => arrow.from !== 'duplicate' && (arrow.to !== 'duplicate' || arrow.from === 'open'))
          .map(({ key, label, arrow }) => (
            <span key={key} className={styles['arrowLabel']} data-above={label.above} style={placed(label)}>
              {arrow.verbs.map((verb) => (
                <span key={verb}>{t(`actions:staff.${verb}`)}</span>
              ))}
            </span>
          ))}
        {statuses.map((status) => (
          <span key={status} className={styles['node']} data-status={status} style={placed(places[status])}>
            <StatusGlyph status={status} size={14} />
            {t(`glossary:status.${status}`)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Measured from the reading start, so that the labels follow the mirrored lines. */
const placed = ({ x, y }: { x: number; y: number }) => ({
  insetInlineStart: `${(x / drawing.width) * 100}%`,
  insetBlockStart: `${(y / drawing.height) * 100}%`,
})

const Steps = ({ status, steps }: { readonly status: Step['from']; readonly steps: readonly Step[] }) => {
  const { t, format } = useWords()
  if (steps.length === 0) return null
  return (
    <table className={styles['table']}>
      <caption>{t('administration:workflow.from', { status: t(`glossary:status.${status}`) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('administration:workflow.column.action')}</th>
          <th scope="col">{t('administration:workflow.column.by')}</th>
          <th scope="col">{t('administration:workflow.column.to')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ verb, to, by, solution }) => (
          <tr key={verb}>
            <td>
              {t(`actions:staff.${verb}`)}
              {solution.length > 0 && (
                <span className={styles['only']}>
                  {t('administration:workflow.needsSolution', {
                    states: format.list(
                      solution.map((state) => t(`glossary:solutionState.${state}`)),
                      'or',
                    ),
                  })}
                </span>
              )}
            </td>
            <td>
              {format.list(
                by.map((who) => t(`administration:workflow.by.${who}`)),
                'or',
              )}
            </td>
            <td>
              {to === null ? (
                <span className="dim">{t('administration:workflow.stays')}</span>
              ) : to === 'before' ? (
                t('administration:workflow.asBefore')
              ) : (
                <StatusPill status={to} label={t(`glossary:status.${to}`)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
