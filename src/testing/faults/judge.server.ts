import type pg from 'pg'
import type { Entry, What } from './ledger.server.ts'

export type Verdict = { tried: number; done: number; lost: string[]; twice: string[]; invented: string[] }

/** Where the key of each kind of intent lies in the database: in the words that came with it. */
const effects: Record<What, string> = {
  submit: `select substring(title #>> '{texts,en,text}' from 'Request (.*)\\.') as key from ticket where title #>> '{texts,en,text}' like 'Request %'`,
  reply: messages('reply'),
  note: messages('note'),
  propose: `select substring(text::text from 'Answer ([^" ]*)\\.') as key from solution_round where text::text like '%Answer %'`,
  close: `select substring(details::text from 'Because ([^" ]*)\\.') as key from ticket_event where happened = 'ticketClosed' and details::text like '%Because %'`,
}

function messages(kind: string): string {
  return `select substring(text::text from 'Words ([^" ]*)\\.') as key from message where kind = '${kind}' and text::text like '%Words %'`
}

/**
 * Nothing lost: what was answered with yes is there once. Nothing twice: no key has two effects. Nothing invented: no effect
 * without an intent, and none of an intent that was refused. What nobody answered may be there once or not at all.
 */
export async function judge(pool: pg.Pool, entries: readonly Entry[]): Promise<Verdict> {
  const verdict: Verdict = { tried: entries.length, done: 0, lost: [], twice: [], invented: [] }
  for (const [what, query] of Object.entries(effects) as [What, string][]) {
    const { rows } = await pool.query<{ key: string }>(query)
    const found = Map.groupBy(rows, ({ key }) => key)
    const intents = new Map(entries.filter((entry) => entry.what === what).map((entry) => [entry.key, entry]))
    for (const { key, answered } of intents.values()) {
      if (answered === 'done') verdict.done++
      if (answered === 'done' && !found.has(key)) verdict.lost.push(key)
    }
    for (const [key, times] of found) {
      if (times.length > 1) verdict.twice.push(key)
      const intent = intents.get(key)
      if (!intent || intent.answered === 'refused') verdict.invented.push(key)
    }
  }
  return verdict
}
