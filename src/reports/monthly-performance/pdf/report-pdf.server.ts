import { Worker } from 'node:worker_threads'
import type { Person } from '../../../entities/person/actor.ts'
import type { Desk } from '../../../events/desk.server.ts'
import { ownWords } from '../../../settings/labels.ts'
import { logoPicture } from '../../../settings/logo-picture.server.ts'
import { readSettings } from '../../../settings/settings.server.ts'
import { shownNumber } from '../../../settings/shown-number.ts'
import type { SmallPng } from '../../../server/files/small-png.server.ts'
import { formatFor } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'
import { languageOf } from '../../../words/languages.ts'
import { withOwnWords, withRewritten } from '../../../words/speak.ts'
import { wordsFor } from '../../../words/words.ts'
import type { ReadReport } from '../monthly-performance.ts'
import { paperOf, type Paper } from './paper.ts'

type Reader = Pick<Person, 'language' | 'digits' | 'calendar'>

/** The report on paper (PDF/UA), in its reader's language; days and hours are those of the report's own time zone. */
export async function reportPdf(desk: Desk, reader: Reader, report: ReadReport): Promise<Buffer> {
  const { toPrint } = await paperFor(desk, reader, report)
  return printed(toPrint, report.madeAt)
}

/** Everything that stands on it, in the words of its reader and of the organisation; `toPrint` with our own words as a PDF gives them back. */
export async function paperFor(
  desk: Desk,
  reader: Reader,
  report: ReadReport,
): Promise<{ paper: Paper; toPrint: Paper; t: Translate }> {
  const settings = await readSettings(desk.read())
  const { organisation, accent } = settings
  const picture = await logoPicture(desk.read(), settings, 'paper')
  const { language, digits, calendar } = reader
  const own = { language, digits, calendar }
  const labels = ownWords(settings.labels, languageOf(language))
  const format = formatFor({ ...own, timeZone: report.timeZone })
  const inWords = (t: Translate): Paper => ({
    ...paperOf(report, { t, format, organisation, accent, shown: (number) => shownNumber(settings, number) }),
    logo: picture && drawn(picture),
  })
  const t = withOwnWords(wordsFor(own), labels)
  const paper = inWords(t)
  const toPrint = t.dir === 'rtl' ? inWords(withOwnWords(withRewritten(wordsFor(own), withoutHarakat), labels)) : paper
  return { paper, toPrint, t }
}

/** The typesetter writes a letter with a mark upon it twice into what is copied; what people wrote keeps its marks all the same. */
const withoutHarakat = (text: string): string => text.replace(/[\u064b-\u0652]/gu, '')

/** A paper's words are text alone, so a picture comes in as a drawing that holds it. */
const drawn = ({ png, width, height }: SmallPng): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`

/** The bytes of a PDF, set in a thread of its own since it takes a second. `madeAt` is ISO 8601. Rejects with what the typesetter says. */
export function printed(paper: Paper, madeAt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.server.ts', import.meta.url), {
      workerData: { paper: bare(paper), madeAt },
    })
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Setting the report ended with ${code}`)))
  })
}

/**
 * Isolates and marks keep directions apart on a screen; on paper each value is set by its own letters, and a copied text stays clean. Nor
 * can the paper hold what XML cannot: a name with such a character in it made the whole report fail.
 */
const bare = (paper: Paper): Paper =>
  JSON.parse(
    JSON.stringify(paper, (_key, value: unknown) =>
      typeof value === 'string' ? value.replace(unprintable, '') : value,
    ),
  ) as Paper

const unprintable = /[\u2066-\u2069\u200e\u200f\u061c]|[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
