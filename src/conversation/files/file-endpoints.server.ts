import { Readable } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { integer, object, string } from '../../fields/json-schema.ts'
import { Refusal, refuse, refuseTries } from '../../server/errors/refusal.ts'
import { fileNameIn } from '../../server/files/file-name.ts'
import type { Blob, BlobStore } from '../../server/files/blob-store.server.ts'
import { largestPicture, previewOf } from '../../server/files/preview.server.ts'
import { asDownload } from '../../server/http/download.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { harmless, toBeSaved } from '../../server/http/strangers-file.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { findFile } from './find-file.server.ts'
import { bytesOf } from './megabytes.ts'
import { keptUnused } from './sweep-files.write.server.ts'
import { keepUpload, type SentFile } from './keep-upload.write.server.ts'

const mostUnused = 100
/** The most that the setting may say. */
const mostMegabytes = 200

const answer = object({
  id: string,
  name: string,
  type: string,
  size: integer,
  sha256: string,
})

const about = { heading: 'files', access: 'signedIn' } as const

/** Files: sent first, then named by their ids in a request, a reply, a note or a solution. */
export const fileEndpoints = (blobs: BlobStore): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'POST',
    path: '/api/v1/files',
    summary:
      'Sends a file: its bytes as application/octet-stream, its name in a header. It belongs to nothing until a request, reply, note or solution names its id; what nothing names for a day, nor a draft, goes. A person has at most a hundred that are not named yet: then 429, until one of them is named or gone.',
    bodyLimit: bytesOf(mostMegabytes),
    takesFile: true,
    reads: [
      { name: 'x-file-name', required: false, description: "As RFC 5987 has it: `UTF-8''r%C3%A9sum%C3%A9.pdf`." },
      { name: 'x-file-type', required: false, description: 'Its media type, as its sender says it.' },
    ],
    answer,
    status: 201,
    // a stream comes once: there is nothing to compare a repeated key with
    secret: true,
    handle: (call) => receive(call, blobs),
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/files/:id',
    media: 'application/octet-stream',
    summary: 'A file of a ticket that the caller sees, or one that they just sent. Always as a download.',
    async handle({ desk, actor, params, setHeader }) {
      const file = (await findFile(desk.read(), actor, params['id'])) ?? refuse('notFound')
      toBeSaved(setHeader, file)
      return blobs.read(file.key)
    },
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/files/:id/preview',
    summary: 'A picture of a picture: made anew as WebP, at most 1024 pixels a side. 404 where the file is none.',
    media: 'image/webp',
    async handle({ desk, actor, params, setHeader }) {
      const file = (await findFile(desk.read(), actor, params['id'])) ?? refuse('notFound')
      const preview = file.size > largestPicture ? null : await previewOf(() => blobs.read(file.key))
      if (!preview) refuse('notFound')
      asDownload(setHeader, { type: 'image/webp', name: 'preview.webp', inline: true })
      setHeader('content-length', String(preview.length))
      harmless(setHeader)
      // a file never changes; whoever saw it may keep what they saw
      setHeader('cache-control', 'private, max-age=86400')
      return Readable.from([preview])
    },
  },
]

async function receive({ desk, actor, headers, body }: Call<Desk, Person>, blobs: BlobStore) {
  if (!(body instanceof Readable)) refuse('unsupportedMedia')
  const db = desk.database.primary
  const now = desk.clock.now()
  await refuseTooMany(db, actor.id, now)
  const { fileMegabytes } = await readSettings(db)
  const blob = await blobs.put(body, bytesOf(fileMegabytes))
  const type = String(headers['x-file-type'] ?? '').slice(0, 100) || 'application/octet-stream'
  const file = { owner: actor.id, name: fileNameIn(headers['x-file-name']), type, at: now }
  const { id, name, size, sha256 } = await keepOneMore(db, file, blob).catch(async (error: unknown) => {
    // after a failure of ours its row may stand all the same
    if (error instanceof Refusal) await blobs.remove(blob.key)
    throw error
  })
  return { id, name, type, size, sha256 }
}

/** Counted once more when it is there: of several that came at the same moment each had found room. */
const keepOneMore = (db: Kysely<Tables>, file: SentFile, blob: Blob) =>
  db.transaction().execute(async (inside) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`upload of ${file.owner}`}, 0))`.execute(inside)
    await refuseTooMany(inside, file.owner, file.at)
    return keepUpload(inside, file, blob)
  })

async function refuseTooMany(db: Kysely<Tables>, owner: string, now: Date): Promise<void> {
  const { unused, oldest } = await db
    .selectFrom('upload')
    .select((eb) => [eb.fn.countAll<number>().as('unused'), eb.fn.min('at').as('oldest')])
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  if (unused >= mostUnused) refuseTries(secondsUntilSwept(oldest, now), now)
}

/** When the oldest is forgotten; one that stands in a draft stays longer, and is looked for again every minute. */
const secondsUntilSwept = (oldest: Date, now: Date): number =>
  Math.max(60, Math.ceil((oldest.getTime() + keptUnused - now.getTime()) / 1000))
