import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { instant, integer, object, orNull, string, wholeList } from '../../fields/json-schema.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { asDownload, csv } from '../../server/http/download.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { exportOf, exportsOf } from './exports.server.ts'
import { exportForm, exportFormats, exportStates } from './exports.ts'
import { askForExport, makeExportAgain, markExportRead } from './ask-for-export.write.server.ts'
import type { Exportables } from './exportable.server.ts'
import { stillSees } from './sight-of-export.ts'

const file = object({
  id: string,
  query: string,
  format: { type: 'string', enum: exportFormats },
  state: { type: 'string', enum: exportStates },
  rows: integer,
  size: orNull(integer),
  askedAt: instant,
  readyAt: orNull(instant),
  readAt: orNull(instant),
})

const types = {
  csv,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const about = { heading: 'queries', access: 'signedIn' } as const
const path = '/api/v1/exports'

/** Exports that are written to a file while one does something else. What is in them is what their owner sees. */
export const exportEndpoints = (exportables: Exportables, blobs: BlobStore): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    path,
    summary:
      'The newest twenty of the exports that the caller asked for in the last week, the newest first, and how far they are.',
    answer: wholeList(file),
    handle: async ({ desk, actor }) => ({ items: await exportsOf(desk.read(), actor), next: null }),
  },
  {
    ...about,
    method: 'POST',
    path,
    summary: 'Has every row of a query written to a file: `query` is the last part of its address.',
    body: exportForm,
    answer: file,
    status: 202,
    handle: ({ desk, actor, body }) => askForExport(desk, actor, exportables, readForm(exportForm, body)),
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/:id/read`,
    summary: 'The caller has seen that it is ready.',
    status: 204,
    handle: ({ desk, actor, params }) => markExportRead(desk, actor, idIn(params)),
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/:id/again`,
    summary: 'Has an export written once more: its file is gone, or could not be written.',
    answer: file,
    status: 202,
    handle: ({ desk, actor, params }) => makeExportAgain(desk, actor, idIn(params)),
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:id/file`,
    media: exportFormats.map((format) => types[format].split(';')[0]!),
    summary:
      'The file of an export that is ready. After a restore, or where the caller sees less than when they asked, it is gone: 410, and it can be made again.',
    async handle({ desk, actor, params, setHeader }) {
      const found = await exportOf(desk.read(), actor, idIn(params))
      if (!found?.key) return refuse('notFound')
      // who lost a right has nothing more of it; a backup holds the row and not the file
      if (!stillSees(actor, found.sight) || !(await blobs.has(found.key))) return refuse('fileGone')
      const day = found.asked_at.toISOString().slice(0, 10)
      asDownload(setHeader, { type: types[found.format], name: `${found.query}-${day}.${found.format}` })
      setHeader('content-length', String(found.size))
      return blobs.read(found.key)
    },
  },
]
