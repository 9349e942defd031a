import pg from 'pg'
import { makeDueReports } from '../src/reports/monthly-performance/make-report.write.server.ts'
import { foldFigures } from '../src/statistics/fold-figures.write.server.ts'
import { asLoaded } from './as-loaded.ts'
import { loadDataset } from './dataset.ts'
import { keep, keptDataset } from './kept.ts'
import { yardstickTable } from './measure.ts'
import type { Place } from './place.ts'
import { openRecorder } from './record.ts'

/** A database with so many tickets, counted as the product counts them. `kept`: the one that an earlier run left, put back to its size. */
export async function filled(place: Place, size: number, options: { kept: boolean }) {
  const left = options.kept ? await place.kept(String(size)) : undefined
  const known = left && (await keptDataset(left, size))
  const url = known ? left : await place.fresh(String(size))
  const client = new pg.Client({ connectionString: url })
  // when something else failed, the database goes first, and that is not what is to be told
  client.on('error', () => {})
  await client.connect()
  if (known) {
    await asLoaded(client, size)
    const recorder = await openRecorder(url)
    await foldFigures(recorder.desk)
    return { url, client, recorder, ...known }
  }
  await client.query(yardstickTable)
  const dataset = await loadDataset(client, size)
  const recorder = await openRecorder(url)
  const counting = performance.now()
  await foldFigures(recorder.desk)
  await makeDueReports(recorder.desk)
  const countedSeconds = (performance.now() - counting) / 1000
  await keep(size, dataset, countedSeconds)
  return { url, client, recorder, dataset, countedSeconds }
}
