import { duration } from '../../statistics/duration.ts'
import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'
import { stepOf } from './change.ts'
import type { Notable, ReadReport, Sentence } from './monthly-performance.ts'
import { monthsLater } from '../../statistics/day.ts'

/** The report's sentences in the reader's language. */
export function sayReport(report: Said, t: Translate, format: Format): string[] {
  const before = format.month(monthsLater(report.month, -1))
  return report.sentences.map((sentence) => say(sentence, report, before, t, format))
}

type Said = Pick<ReadReport, 'sentences' | 'month' | 'figures'>

function say(sentence: Sentence, { figures }: Said, before: string, t: Translate, format: Format): string {
  switch (sentence.says) {
    case 'volume':
      return sayVolume(sentence, before, t, format)
    case 'times':
      return sayTimes(sentence, figures, t)
    case 'steady':
      return t('report:says.notable.steady', { backlog: format.number(sentence.backlog) })
    default: {
      const { says, what, group, from, to } = sentence
      const named = t(`report:says.what.${what}`)
      return t(`report:says.notable.${says}`, {
        what: group === null ? named : t('report:says.inGroup', { what: named, group }),
        from: valueOf(what, from, t, format),
        to: valueOf(what, to, t, format),
      })
    }
  }
}

type Says<S extends Sentence['says']> = Extract<Sentence, { says: S }>

function sayVolume({ opened, closed, before }: Says<'volume'>, month: string, t: Translate, format: Format): string {
  if (opened === 0 && closed === 0) return t('report:says.volume.nothing')
  const said = { opened: t('plurals:tickets', { count: opened }), closed: t('plurals:tickets', { count: closed }) }
  if (closed === 0) return t('report:says.volume.nothingClosed', { opened: said.opened })
  const compared = sayCompared(closed, before, month, t, format)
  if (opened === 0) return t('report:says.volume.nothingOpened', { closed: said.closed, compared })
  return t('report:says.volume.both', { ...said, compared })
}

function sayCompared(closed: number, before: number, month: string, t: Translate, format: Format): string {
  if (before === 0) return t('report:says.compared.none', { month })
  // as the table beside it: what it rounds to nothing is nothing here
  const step = stepOf('moreIsBetter', before, closed, t, format)
  if (typeof step === 'string') return t('report:says.compared.same', { month })
  return step.up
    ? t('report:says.compared.more', { percent: step.amount, month })
    : t('report:says.compared.fewer', { percent: step.amount, month })
}

function sayTimes({ firstResponse, resolution }: Says<'times'>, figures: Said['figures'], t: Translate): string {
  if (firstResponse === null && resolution === null) {
    // the kept sentence has the times alone: whether there was anybody to answer, the figures beside it say
    const waited = figures !== null && (figures.opened > 0 || figures.backlog > 0)
    return waited ? t('report:says.times.unanswered') : t('report:says.times.none')
  }
  if (resolution === null) return t('report:says.times.response', { response: duration(t, firstResponse!) })
  if (firstResponse === null) return t('report:says.times.resolution', { resolution: duration(t, resolution) })
  return t('report:says.times.both', { response: duration(t, firstResponse), resolution: duration(t, resolution) })
}

function valueOf(what: Notable, value: number, t: Translate, format: Format): string {
  if (what === 'declinedShare' || what === 'reopenedShare') return format.percent(value)
  if (what === 'firstResponse' || what === 'resolution') return duration(t, value)
  return format.number(value, { maximumFractionDigits: 1 })
}

/** Who made it, when, and by which clock its days run. What was never kept was made for its reader alone. */
export function sayMade({ version, madeBy, madeAt, timeZone }: ReadReport, t: Translate, format: Format): string {
  const at = format.inZone(timeZone).dateTime(madeAt)
  if (version === 0) return t('report:made', { at, timeZone })
  return madeBy ? t('report:madeBy', { name: madeBy.name, at, timeZone }) : t('report:madeByItself', { at, timeZone })
}
