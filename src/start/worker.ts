import { pino } from 'pino'
import { loggable } from '../server/errors/loggable.server.ts'
import { readConfig } from '../server/config.ts'
import { letGoWhenQuiet } from '../server/let-go.server.ts'
import { say, sayWhy } from './command.server.ts'
import { openInstallation } from './open-installation.server.ts'
import { beginOnBucket } from './own-bucket.server.ts'
import { openWorker } from './open-worker.server.ts'
import { secretOf } from './secret.server.ts'
import { markElsewhere } from './database-elsewhere.server.ts'
import { hearStops } from './hear-stops.server.ts'

/** The worker alone: tellings, mails, what falls due, figures. Any number may run, beside any number of servers. */
async function main(): Promise<void> {
  const untilAskedToStop = hearStops()
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel })
  let isStarting = true
  const installation = await openInstallation(config, { worker: true, say, isStarting: () => isStarting })
  await markElsewhere(config)
  await beginOnBucket(installation, say)
  // the links of mails: where the server is said to be, since this process serves nothing itself
  const address = config.publicUrl ?? `http://localhost:${config.port}`
  if (config.databaseUrl && !config.publicUrl)
    say(
      `This worker knows no PUBLIC_URL, so that links in mails lead to ${address}: please give it the PUBLIC_URL of the servers.`,
    )
  const worker = await openWorker(installation, {
    secret: await secretOf(config),
    address,
    onTrouble: (error) => log.error({ err: loggable(error) }, 'the worker met trouble'),
  })
  isStarting = false
  say('Sanad’s worker is at work')
  letGoWhenQuiet()
  await untilAskedToStop(async () => {
    await worker.stop()
    await installation.close()
  })
}

try {
  await main()
} catch (error) {
  sayWhy(error)
  process.exit(1)
}
