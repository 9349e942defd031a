// ten years: what waits for longer is deleted without a word, and pg-boss's own two weeks pass while a worker is away
const retentionSeconds = 315_360_000

/** What every queue of ours has; pg-boss's own defaults wait minutes for a dead worker and retry twice without a pause. */
export const queueDefaults = {
  // a worker that is gone is noticed after this and one look of the watch: about 20 s, and the job runs again
  heartbeatSeconds: 12,
  expireInSeconds: 300,
  // 2 s, 4 s, 8 s … with jitter, up to half an hour; about a day in all before the dead letter queue
  retryLimit: 60,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 1_800,
  // no NOTIFY on the write path: it takes one database-wide lock through the commit
  notify: false,
  deleteAfterSeconds: 3_600,
  retentionSeconds,
} as const

/** Nobody looks at what failed for good until somebody does. */
export const deadLetterDefaults = { retryLimit: 0, retentionSeconds } as const

export const workerDefaults = { batchSize: 50, pollSeconds: 2 }

export const deadLetterOf = (queue: string): string => `${queue}-dead`

/** Tables are made by the migrations and belong to their owner; only workers watch over jobs. */
export const watching = (worker: boolean) =>
  ({
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: worker,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 300,
    queueCacheIntervalSeconds: 60,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  }) as const
