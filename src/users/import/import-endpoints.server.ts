import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { fine, isText, wrong, type FieldType } from '../../fields/field-type.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import { asDownload, csv } from '../../server/http/download.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { importAnswer, previewAnswer } from './import-answers.ts'
import { readImport } from './read-import.server.ts'
import { knownFor } from './known-people.server.ts'
import { countsOf, planImport } from './plan-import.ts'
import { mostBodyBytes } from './import-row.ts'
import { rejectedFile } from './rejected-file.server.ts'
import { putImport } from './put-import.write.server.ts'

const csvText: FieldType<string> & { required: true } = {
  type: 'csv',
  required: true,
  editable: true,
  schema: {
    type: 'string',
    description: 'The file, with a header line: name, email, language, timeZone, roles, groups, organisation.',
  },
  parse: (input) => {
    if (input === undefined || input === null || input === '') return wrong({ code: 'required' })
    if (typeof input !== 'string') return wrong({ code: 'wrongType' })
    return isText(input) ? fine(input) : wrong({ code: 'notText' })
  },
  store: (value) => value,
  restore: (stored) => String(stored),
  present: (value) => value,
}

const previewForm = { csv: csvText }
const importForm = { csv: csvText, invite: yesNo({ required: false }) }

const about = { heading: 'users', access: 'signedIn' } as const
const path = '/api/v1/users/import'

export const importEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'POST',
    path: `${path}/preview`,
    summary: 'Says row by row what an import would do: add, update, nothing, or what is wrong. It changes nothing.',
    body: previewForm,
    bodyLimit: mostBodyBytes,
    secret: true,
    answer: previewAnswer,
    handle: preview,
  },
  {
    ...about,
    method: 'POST',
    path,
    summary: 'Imports people, all rows or none. It is done behind the pages; ask for how far it is.',
    body: importForm,
    bodyLimit: mostBodyBytes,
    status: 202,
    answer: importAnswer,
    handle: begin,
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:id`,
    summary: 'How far an import is and what came of it.',
    answer: importAnswer,
    handle: async ({ desk, actor, params }) => present(await find(desk, actor, params)),
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:id/rejected.csv`,
    media: 'text/csv',
    summary: 'The rows that were wrong with their reasons, as a file to mend and give again.',
    async handle({ desk, actor, params, setHeader }) {
      const { rejected } = await find(desk, actor, params)
      if (rejected === null) refuse('notFound')
      asDownload(setHeader, { type: csv, name: 'rejected.csv' })
      return rejected
    },
  },
]

async function preview({ desk, actor, body }: Call<Desk, Person>) {
  permit(actor, 'user.manage')
  const file = read(readForm(previewForm, body).csv)
  const planned = planImport(file.rows, await knownFor(desk.read(), actor, file.rows))
  const items = planned.map(({ line, email, name, will, changes, errors }) => ({
    line,
    email,
    name,
    will,
    changes,
    errors,
  }))
  const counts = countsOf(planned)
  const rejected = counts.wrong > 0 ? rejectedFile(file, planned, actor.language) : null
  return { rows: items.length, counts, rejected, items }
}

async function begin({ desk, actor, body, network }: Call<Desk, Person>) {
  permit(actor, 'user.manage')
  const { csv, invite = false } = readForm(importForm, body)
  const { rows } = read(csv)
  const row = await desk.change(actor, (change) =>
    putImport(change, { by: actor, network, invite, csv, rows: rows.length }),
  )
  return present(row)
}

function read(csv: string) {
  const file = readImport(csv)
  return file.ok ? file : refuseFields(file.problem)
}

type Import = Awaited<ReturnType<typeof find>>

/** An import is its importer's. */
async function find(desk: Desk, actor: Person, params: Record<string, string>) {
  permit(actor, 'user.manage')
  const row = await desk
    .read()
    .selectFrom('user_import')
    .selectAll()
    .where('id', '=', idIn(params))
    .where('by_id', '=', actor.id)
    .executeTakeFirst()
  return row ?? refuse('notFound')
}

const present = (row: Import) => ({
  id: row.id,
  state: row.state,
  rows: row.rows,
  done: row.done,
  counts: row.counts,
  invite: row.invite,
  rejected: row.rejected === null ? null : `${path}/${row.id}/rejected.csv`,
  at: row.at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
})
