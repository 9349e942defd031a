import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import pg from 'pg'
import type { Dataset } from './dataset.ts'
import { folder } from './place.ts'
import { makeTexts } from './texts.ts'

/** What a later run must know of a dataset that stays in its database; the texts are made anew, always the same ones. */
type Kept = Omit<Dataset, 'texts'> & { countedSeconds: number }

const file = (size: number): string => path.join(folder, `dataset-${size}.bin`)

export async function keep(size: number, { people, tickets, seconds }: Dataset, countedSeconds: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(file(size), serialize({ people, tickets, seconds, countedSeconds } satisfies Kept))
}

/** Undefined when no run has left one of this size. */
export async function keptDataset(
  url: string,
  size: number,
): Promise<{ dataset: Dataset; countedSeconds: number } | undefined> {
  const bytes = await readFile(file(size)).catch(() => undefined)
  if (!bytes) return undefined
  const { countedSeconds, ...kept } = deserialize(bytes) as Kept
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const texts = await makeTexts(client)
  await client.end()
  return { dataset: { ...kept, texts }, countedSeconds }
}
