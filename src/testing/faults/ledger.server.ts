import { open, readFile, type FileHandle } from 'node:fs/promises'

export type What = 'submit' | 'reply' | 'note' | 'propose' | 'close'
export type Intent = { key: string; what: What; ticket?: number }
/** 'refused': a 4xx that says why; 'unknown': no answer, or one that says that nobody knows. */
export type Answered = 'done' | 'refused' | 'unknown'
export type Entry = Intent & { answered: Answered }

/**
 * What was asked of the product, kept outside of it: every intent is on the disk before it is sent, every answer after it came.
 * Lines that come while the disk is busy go together in the next write.
 */
export async function openLedger(file: string) {
  const handle: FileHandle = await open(file, 'wx')
  let waiting: { line: string; done: () => void }[] = []
  let writing: Promise<void> | undefined

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const now = waiting
      waiting = []
      await handle.write(now.map(({ line }) => `${line}\n`).join(''))
      await handle.datasync()
      for (const { done } of now) done()
    }
    writing = undefined
  }

  const put = (line: object) =>
    new Promise<void>((resolve) => {
      waiting.push({ line: JSON.stringify(line), done: resolve })
      writing ??= flush()
    })

  return {
    intend: (intent: Intent) => put({ intent }),
    answer: (key: string, answered: Answered) => put({ key, answered }),
    async close() {
      await writing
      await handle.close()
    },
  }
}

export type Ledger = Awaited<ReturnType<typeof openLedger>>

/** Every intent with the last that was heard of it. */
export async function readLedger(file: string): Promise<Entry[]> {
  const entries = new Map<string, Entry>()
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const said = JSON.parse(line) as { intent?: Intent; key?: string; answered?: Answered }
    if (said.intent) entries.set(said.intent.key, { ...said.intent, answered: 'unknown' })
    else entries.get(said.key!)!.answered = said.answered!
  }
  return [...entries.values()]
}
