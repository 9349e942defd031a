type Answers = { version: string; given: Map<string, Promise<unknown>> }

/** Of each database that this process serves. */
const answers = new WeakMap<object, Answers>()
/** Two years by day take a third of a megabyte, written and unwritten. */
const most = 20

/**
 * What was read of the cells under one version is given again as long as they stand so: everybody who looks at the graph when a
 * ticket closes asks the same at once, and it is read for the first of them.
 */
export function remembered<Answer>(
  database: object,
  version: string,
  question: readonly unknown[],
  read: () => Promise<Answer>,
): Promise<Answer> {
  let known = answers.get(database)
  if (known?.version !== version) answers.set(database, (known = { version, given: new Map() }))
  const { given } = known
  const key = JSON.stringify(question)
  let answer = given.get(key) as Promise<Answer> | undefined
  if (!answer) {
    answer = read()
    given.set(key, answer)
    answer.catch(() => given.delete(key))
    if (given.size > most) given.delete(given.keys().next().value!)
  }
  return answer
}
