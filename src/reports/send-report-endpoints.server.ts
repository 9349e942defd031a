import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { boolean, object, string } from '../fields/json-schema.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { makeReport } from './monthly-performance/make-report.write.server.ts'
import { checkIsOver, readReport } from './monthly-performance/read-report.server.ts'
import { reportAnswer } from './monthly-performance/report-answer.ts'
import { isMailed, mailToReader, setMailing } from './monthly-performance/send-report.write.server.ts'

const about = { heading: 'reports', access: 'signedIn' } as const
const path = '/api/v1/reports/monthly-performance'
const mailingAnswer = object({ mailed: boolean })
const mailingForm = { mailed: yesNo({ required: true }) }
const versionForm = { version: wholeNumber({ required: false, min: 1, max: 1_000_000 }) }

/** What is done with reports, beside reading them: making one anew, having it mailed. */
export const sendReportEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/reports/mailing',
    summary: 'Whether the caller is mailed the report of each month.',
    answer: mailingAnswer,
    async handle({ desk, actor }) {
      permit(actor, 'report.read')
      return { mailed: await isMailed(desk.read(), actor) }
    },
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/reports/mailing',
    summary: 'Switches the monthly mail of the report on or off for the caller.',
    body: mailingForm,
    answer: mailingAnswer,
    async handle({ desk, actor, body }) {
      permit(actor, 'report.read')
      const { mailed } = readForm(mailingForm, body)
      await desk.change(actor, ({ db }) => setMailing(db, actor, mailed))
      return { mailed }
    },
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/:month`,
    summary: 'Makes the report of a month anew, as a further version.',
    answer: reportAnswer,
    status: 201,
    handle: makeAnew,
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/:month/mail`,
    summary: 'Mails the report to the caller, with its PDF, in their language.',
    body: versionForm,
    answer: { type: 'object', properties: { address: string }, required: ['address'] },
    status: 202,
    handle: mailToMe,
  },
]

/** Who sees all may have it made anew: it is everybody's document. */
async function makeAnew({ desk, actor, params }: Call<Desk, Person>) {
  permit(actor, 'report.read')
  permit(actor, 'ticket.seeAll')
  const month = params.month!
  await checkIsOver(desk, month)
  if ((await makeReport(desk, actor, month)) === null) refuse('busy', { retryAfterSeconds: 5 })
  return readReport(desk, actor, month)
}

async function mailToMe({ desk, actor, params, body }: Call<Desk, Person>) {
  permit(actor, 'report.read')
  const { version } = readForm(versionForm, body ?? {})
  const report = await readReport(desk, actor, params.month!, version)
  await desk.change(actor, (change) => mailToReader(change, actor, report.month, report.version))
  return { address: actor.email }
}
