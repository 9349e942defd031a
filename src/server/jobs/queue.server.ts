import type { QueryExecutorProvider } from 'kysely'
import { PgBoss } from 'pg-boss'
import { keptAlive } from '../db/kept-alive.ts'
import { putJobs, type Job } from './put-jobs.write.server.ts'
import { deadLetterDefaults, deadLetterOf, queueDefaults, watching, workerDefaults } from './queue-defaults.ts'
import { spaced } from './spaced.ts'

export type Queue = {
  /** Makes the queue and its dead letter queue where they are not there yet. */
  declare(queue: string): Promise<void>
  /** One insert in the caller's transaction, whatever the number of jobs. Tells nobody: `wake` after the commit. */
  enqueue(db: QueryExecutorProvider, queue: string, jobs: readonly Job[]): Promise<void>
  /** Works batches in the order of their making; the handler names the jobs that failed, which are tried again later. */
  work<Data extends object>(queue: string, handler: BatchHandler<Data>, options?: Partial<WorkerOptions>): Promise<void>
  /** Looks for jobs now instead of at the next poll. Called after a commit, and when another process hints. */
  wake(queue?: string): void
  /** Jobs that failed for good, newest first, and their second chance. */
  dead(queue: string, atMost?: number): Promise<DeadJob[]>
  redrive(queue: string): Promise<number>
  stop(): Promise<void>
}

export type BatchHandler<Data> = (jobs: { id: string; data: Data; tries: number }[]) => Promise<Failed[]>
export type Failed = { id: string; error: unknown }
export type WorkerOptions = { batchSize: number; pollSeconds: number }
export type DeadJob = { id: string; data: object; at: Date; error: string | null }

export type QueueOptions = {
  url: string
  /** Whether this process also works and watches over the jobs of workers that died. */
  worker: boolean
  onTrouble?: (error: unknown) => void
}

/**
 * A worker is woken at once, and ten times a second at the most: what comes thick and fast is done many at a time, and a
 * look for jobs, a commit and a marking cost as much for one as for forty.
 */
const wakeMs = 100

/** pg-boss behind one door with our defaults: slow and trusting ones are its own. */
export async function openQueue({ url, worker, onTrouble = () => {} }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    options: '-c role=sanad_app -c timezone=UTC -c statement_timeout=30000',
    application_name: 'sanad queue',
    max: worker ? 4 : 2,
    ...keptAlive,
    ...watching(worker),
  })
  boss.on('error', onTrouble)
  await boss.start()
  const workers = new Map<string, (() => void)[]>()
  const declared = new Set<string>()

  async function declare(queue: string): Promise<void> {
    if (declared.has(queue)) return
    const dead = deadLetterOf(queue)
    const there = (await boss.getQueues([queue, dead])).map(({ name }) => name)
    if (!there.includes(dead)) await boss.createQueue(dead, deadLetterDefaults)
    if (!there.includes(queue)) await boss.createQueue(queue, { ...queueDefaults, deadLetter: dead })
    declared.add(queue)
  }

  return {
    declare,
    async enqueue(db, queue, jobs) {
      if (jobs.length === 0) return
      await declare(queue)
      await putJobs(db, queue, jobs)
    },
    async work(queue, handler, options = {}) {
      await declare(queue)
      const { batchSize, pollSeconds } = { ...workerDefaults, ...options }
      const id = await boss.work(
        queue,
        { batchSize, pollingIntervalSeconds: pollSeconds, burstWhenBatchFull: batchSize > 1, perJobResults: true },
        async (jobs) => {
          const failed = await handler(
            jobs.map(({ id, data, retryCount }) => ({ id, data: data as never, tries: retryCount + 1 })),
          )
          const errors = new Map(failed.map((each) => [each.id, each.error]))
          return jobs.map((job) =>
            errors.has(job.id)
              ? { id: job.id, status: 'failed' as const, output: { message: messageOf(errors.get(job.id)) } }
              : { id: job.id, status: 'completed' as const },
          )
        },
      )
      const wake = spaced(wakeMs, () => boss.notifyWorker(id))
      workers.set(queue, [...(workers.get(queue) ?? []), wake])
    },
    wake(queue) {
      for (const [name, wakes] of workers) if (queue === undefined || queue === name) wakes.forEach((wake) => wake())
    },
    async dead(queue, atMost = 100) {
      const jobs = await boss.findJobs<object>(deadLetterOf(queue))
      return (
        jobs
          // a dead letter is a new job: why the old one failed stands beside it
          .map(({ id, data, createdOn, output, sourceOutput }) => ({
            id,
            data,
            at: createdOn,
            error: outputMessage(sourceOutput ?? output),
          }))
          .sort((one, other) => other.at.getTime() - one.at.getTime())
          .slice(0, atMost)
      )
    },
    redrive: (queue) => boss.redrive(deadLetterOf(queue)),
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const outputMessage = (output: unknown): string | null => {
  const message = (output as { message?: unknown } | null)?.message
  return typeof message === 'string' ? message : null
}
