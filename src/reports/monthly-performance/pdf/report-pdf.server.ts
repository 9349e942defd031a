import { Worker } from 'node:worker_threads'
import type { Person } from '../../../entities/person/actor.ts'
import type { Desk } from '../../../events/desk.server.ts'
import { readSettings } from '../../../settings/settings.server.ts'
import { formatFor } from '../../../words/format.ts'
import { wordsFor } from '../../../words/words.ts'
import type { ReadReport } from '../monthly-performance.ts'
import { paperOf, type Paper } from './paper.ts'

type Reader = Pick<Person, 'language' | 'digits' | 'calendar'>

/** The report on paper (PDF/UA), in its reader's language; days and hours are those of the report's own time zone. */
export async function reportPdf(desk: Desk, reader: Reader, report: ReadReport): Promise<Buffer> {
  const { organisation, numberPrefix } = await readSettings(desk.read())
  const { language, digits, calendar } = reader
  const t = wordsFor({ language, digits, calendar })
  const format = formatFor({ language, digits, calendar, timeZone: report.timeZone })
  return printed(paperOf(report, { t, format, organisation, numberPrefix }), report.madeAt)
}

function printed(paper: Paper, madeAt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.server.ts', import.meta.url), {
      workerData: { paper: bare(paper), madeAt },
    })
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Setting the report ended with ${code}`)))
  })
}

/** Isolates keep directions apart on a screen; on paper each value is set by its own letters, and a copied text stays clean. */
const bare = (paper: Paper): Paper => JSON.parse(JSON.stringify(paper).replace(/[\u2066-\u2069]/g, '')) as Paper
