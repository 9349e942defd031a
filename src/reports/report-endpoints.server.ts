import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { permit } from '../permissions/permit.server.ts'
import { asDownload } from '../server/http/download.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { reportPdf } from './monthly-performance/pdf/report-pdf.server.ts'
import { listReports, readReport } from './monthly-performance/read-report.server.ts'
import { reportAnswer, reportListAnswer } from './monthly-performance/report-answer.ts'

const about = { heading: 'reports', access: 'signedIn' } as const
const path = '/api/v1/reports/monthly-performance'
const whichVersion = { version: wholeNumber({ required: false, min: 1, max: 1_000_000, fromText: true }) }

export const reportEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path,
    summary: 'The months that have a performance report, the newest first.',
    answer: reportListAnswer,
    handle({ desk, actor }) {
      permit(actor, 'report.read')
      return listReports(desk)
    },
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:month`,
    summary: 'The performance report of a month that is over (2026-10): the newest version, or the one asked for.',
    query: whichVersion,
    answer: reportAnswer,
    handle({ desk, actor, params, query }) {
      permit(actor, 'report.read')
      return readReport(desk, actor, params.month!, readForm(whichVersion, query).version)
    },
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:month(^\\d{4}-\\d{2}).pdf`,
    media: 'application/pdf',
    summary: 'The same on paper (PDF/UA), in the caller’s language.',
    query: whichVersion,
    handle: onPaper,
  },
]

async function onPaper({ desk, actor, params, query, ...call }: Call<Desk, Person>) {
  permit(actor, 'report.read')
  const report = await readReport(desk, actor, params.month!, readForm(whichVersion, query).version)
  const pdf = await reportPdf(desk, actor, report)
  const name = `monthly-performance-${report.month}.pdf`
  asDownload(call.setHeader, { type: 'application/pdf', name, inline: true })
  return pdf
}
