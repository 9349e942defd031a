import type { Statistic } from './closed-tickets-over-time.ts'

type Answers = { version: string; statistics: Map<string, Promise<Statistic>> }

/** Of each database that this process serves. */
const answers = new WeakMap<object, Answers>()
/** Two years by day take a third of a megabyte, written and unwritten. */
const most = 20

/**
 * What was read of the cells under one version is given again as long as they stand so: everybody who looks at the graph when a
 * ticket closes asks the same at once, and it is read for the first of them.
 */
export function remembered(
  database: object,
  version: string,
  question: string,
  read: () => Promise<Statistic>,
): Promise<Statistic> {
  let known = answers.get(database)
  if (known?.version !== version) answers.set(database, (known = { version, statistics: new Map() }))
  const { statistics } = known
  let statistic = statistics.get(question)
  if (!statistic) {
    statistic = read()
    statistics.set(question, statistic)
    statistic.catch(() => statistics.delete(question))
    if (statistics.size > most) statistics.delete(statistics.keys().next().value!)
  }
  return statistic
}
