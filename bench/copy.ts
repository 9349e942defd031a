import type pg from 'pg'

type Value = string | number | boolean | Date | null | object
type Wire = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }

/** Loads rows by COPY, which the driver itself refuses to speak: a statement of our own that hands it the rows. */
export async function copy(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first)
  const lines = rows.map((row) => columns.map((name) => written((row as Record<string, Value>)[name])).join('\t'))
  await new Promise<void>((resolve, reject) => {
    let failure: Error | undefined
    const statement = {
      submit: (wire: Wire) => wire.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse(wire: Wire) {
        for (let at = 0; at < lines.length; at += 1000)
          wire.sendCopyFromChunk(Buffer.from(`${lines.slice(at, at + 1000).join('\n')}\n`))
        wire.endCopyFrom()
      },
      handleError: (error: Error) => void (failure = error),
      handleCommandComplete() {},
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
    }
    client.query(statement as unknown as pg.Submittable)
  })
}

function written(value: Value | undefined): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(/[\\\n\r\t]/g, (sign) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign]!)
}
