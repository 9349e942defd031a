import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { classification } from '../fields/classification/classification.ts'
import { permit } from '../permissions/permit.server.ts'
import { asDownload, csv } from '../server/http/download.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { wordsFor } from '../words/words.ts'
import { closedTicketsOverTime } from './closed-tickets-over-time/closed-tickets-over-time.server.ts'
import { statisticAnswer, statisticForm, type Statistic } from './closed-tickets-over-time/closed-tickets-over-time.ts'
import { lines } from './closed-tickets-over-time/lines.ts'
import { timesOverRange } from './closed-tickets-over-time/range-times.server.ts'
import { rangeTimesAnswer } from './closed-tickets-over-time/range-times.ts'
import { statisticChart } from './closed-tickets-over-time/statistic-chart.ts'
import { statisticCsv } from './closed-tickets-over-time/statistic-csv.server.ts'
import { partsOverRange } from './closed-tickets-over-time/parts.server.ts'
import { isOfWhole, partsAnswer, partsForm } from './closed-tickets-over-time/parts.ts'
import { chartPng } from './chart-png.server.ts'

const about = { method: 'GET', heading: 'statistics', access: 'signedIn' } as const
const path = '/api/v1/statistics/closed-tickets-over-time'

const { split: _, ...withoutSplit } = statisticForm
const pictureForm = { ...statisticForm, line: classification({ required: false, values: lines }) }

export const statisticsEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    path,
    summary:
      'Closed tickets by day, week or month in the organisation’s time zone, with opened, backlog, times and ratings.',
    query: statisticForm,
    answer: statisticAnswer,
    writtenOnce: true,
    handle({ desk, actor, query }) {
      permit(actor, 'statistics.read')
      return closedTicketsOverTime(desk, actor, readForm(statisticForm, query))
    },
  },
  {
    ...about,
    path: `${path}/times`,
    summary: 'How long first responses and resolutions took over the whole range, and over as long a time before.',
    query: withoutSplit,
    answer: rangeTimesAnswer,
    handle({ desk, actor, query }) {
      permit(actor, 'statistics.read')
      return timesOverRange(desk, actor, readForm(withoutSplit, query))
    },
  },
  {
    ...about,
    path: `${path}/parts`,
    summary:
      'A range told apart by group or by representative: the sums of each, and the periods of those that closed most.',
    query: partsForm,
    answer: partsAnswer,
    handle({ desk, actor, query }) {
      permit(actor, 'statistics.read')
      return partsOverRange(desk, actor, readForm(partsForm, query))
    },
  },
  {
    ...about,
    path: `${path}.csv`,
    media: 'text/csv',
    summary: 'The points of the graph as CSV (RFC 4180, UTF-8), times in seconds.',
    query: statisticForm,
    async handle(call) {
      permit(call.actor, 'statistics.read')
      const statistic = await closedTicketsOverTime(call.desk, call.actor, readForm(statisticForm, call.query))
      asFile(call, statistic, csv, 'csv')
      return Buffer.from(statisticCsv(statistic))
    },
  },
  {
    ...about,
    path: `${path}.png`,
    media: 'image/png',
    summary:
      'The graph as a picture, in the caller’s language; `line` says what closed tickets are compared with, `split` by whom the bars are told apart.',
    query: pictureForm,
    async handle(call) {
      permit(call.actor, 'statistics.read')
      const { line = 'opened', split, ...asked } = readForm(pictureForm, call.query)
      const statistic = await closedTicketsOverTime(call.desk, call.actor, asked)
      const isToldApart = split && isOfWhole(split, call.actor)
      const parts = isToldApart ? await partsOverRange(call.desk, call.actor, { ...asked, split }) : undefined
      const t = wordsFor(call.actor)
      asFile(call, statistic, 'image/png', 'png')
      return chartPng(statisticChart(statistic, line, t, parts), t, { width: 960, height: 420 })
    },
  },
]

function asFile(call: Call<Desk, Person>, { points }: Statistic, type: string, ending: string): void {
  const [first, last] = [points[0]!.starts, points.at(-1)!.starts]
  asDownload(call.setHeader, { type, name: `closed-tickets-over-time-${first}-${last}.${ending}` })
}
