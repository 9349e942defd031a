/** What a backup says of itself, in manifest.json. Files are named from the backup's own folder on. */
export type Manifest = {
  format: 1
  /** The moment that the rows show: one snapshot for all tables. */
  madeAt: string
  postgres: string
  /** How far the schema had come; a restore goes exactly so far before the rows come in, and then on. */
  migrations: { name: string; hash: string }[]
  tables: TableFile[]
  /** The queue's duties, whatever the version of the queue that reads them. */
  jobs: { file: string; columns: string[]; rows: number }
  sequences: { name: string; last: string; called: boolean }[]
  blobs: { count: number; bytes: number }
  /** Tells whether an installation has the secret of the one that made this. */
  secretMark: string
  hasSecret: boolean
}

export type TableFile = { name: string; file: string; columns: string[]; rows: number }

export const manifestFile = 'manifest.json'
/** Every file with its SHA-256, as `sha256sum --check` reads it; written last, so that a backup without it is none. */
export const sumsFile = 'SHA256SUMS'
export const secretFile = 'secret'
export const blobsFolder = 'blobs'
export const rowsFolder = 'rows'

/** Each line of SHA256SUMS: the file's sum by its name. */
export function readSums(text: string): Map<string, string> {
  const lines = text.split('\n').filter(Boolean)
  return new Map(
    lines.map((line) => {
      const [, sum, name] =
        /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? damaged(`${sumsFile} has a line that cannot be read`)
      return [name!, sum!]
    }),
  )
}

/** What `readSums` reads back. */
export const writeSums = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('')

/** A sentence for whoever runs the restore; nothing was changed yet. */
export function damaged(what: string): never {
  throw new Error(`The backup is damaged: ${what}. Nothing was restored.`)
}
