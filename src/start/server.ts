import { readConfig, type Config } from '../server/config.ts'
import { letGoWhenQuiet } from '../server/let-go.server.ts'
import { ensureAdministrator, nameOrganisation } from '../users/setup/first-administrator.write.server.ts'
import { setupLink } from '../users/setup/setup.write.server.ts'
import { say, sayWhy } from './command.server.ts'
import { markElsewhere } from './database-elsewhere.server.ts'
import { hearStops } from './hear-stops.server.ts'
import { openInstallation, type Installation } from './open-installation.server.ts'
import { aboutLinks } from './mail-environment.server.ts'
import { beginOnBucket } from './own-bucket.server.ts'
import { openWeb, type Web } from './open-web.server.ts'
import { openWorker } from './open-worker.server.ts'
import { secretOf } from './secret.server.ts'

const isAdministered =
  'SANAD_ADMIN_EMAIL and SANAD_ADMIN_PASSWORD do nothing: there is an administrator already. ' +
  'Where nobody can come in any more, docs/operating.md says what to do (“Locked out”).'

async function main(): Promise<void> {
  const untilAskedToStop = hearStops()
  const config = readConfig(process.env)
  let isStarting = true
  const installation = await openInstallation(config, { worker: config.worker, say, isStarting: () => isStarting })
  await markElsewhere(config)
  await beginOnBucket(installation, say)
  let ready = false
  const secret = await secretOf(config)
  const web = await openWeb(installation, { secret, isReady: () => ready })
  const onTrouble = (error: unknown) => web.server.log.error({ err: error }, 'the worker met trouble')
  const worker = config.worker
    ? await openWorker(installation, { secret, address: web.address, onTrouble, peopleWait: web.server.peopleWait })
    : null
  if (config.organisation) await nameOrganisation(installation.desk, config.organisation)
  if (config.administrator && !(await ensureAdministrator(installation.desk, config.administrator))) say(isAdministered)
  const greeting = await greetingOf(config, installation, web)
  isStarting = false
  ready = true
  greeting.forEach(say)
  letGoWhenQuiet()
  await untilAskedToStop(async () => {
    ready = false
    await web.close()
    await worker?.stop()
    await installation.close()
  })
}

/** One line with the address, while there is no administrator the link that makes one, and what is wrong with links in mails. */
async function greetingOf(config: Config, { desk }: Installation, { address }: Web): Promise<string[]> {
  const link = await setupLink(desk, config.publicUrl ?? address)
  const setUp = link ? [`Set it up here, once: ${link}`] : []
  return [`Sanad is at ${address}`, ...setUp, ...aboutLinks(config, address)]
}

try {
  await main()
} catch (error) {
  sayWhy(error)
  process.exit(1)
}
