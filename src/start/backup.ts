import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '../server/backup/make-backup.server.ts'
import { readConfig } from '../server/config.ts'
import { openBlobs } from '../server/files/open-blobs.server.ts'
import { runToEnd, say } from './command.server.ts'
import { findDatabase } from './find-database.server.ts'
import { refuseWithoutDatabase } from './refuse-without-database.server.ts'
import { existingSecret } from './secret.server.ts'

/** `npm run backup -- [folder] [--without-secret]`. May run beside the server; ends with 1 when a file of people is missing. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { 'without-secret': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const config = readConfig(process.env)
  await refuseWithoutDatabase(config)
  const folder = resolve(
    positionals[0] ?? join('backups', `sanad-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`),
  )
  const found = await findDatabase(config, say)
  try {
    const { manifest, missing } = await makeBackup({
      url: found.url,
      store: await openBlobs(config),
      secret: await existingSecret(config),
      // one that the environment gives is kept wherever the environment is kept
      withSecret: !values['without-secret'] && config.secret === undefined,
      folder,
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(folder)
    say(`${manifest.tables.length} tables, ${rows} rows, ${manifest.blobs.count} files as of ${manifest.madeAt}`)
    if (!manifest.hasSecret) say('Without the secret: keep SANAD_SECRET, or data/secret, in another safe place.')
    for (const each of missing.slice(0, 20)) say(`A file is missing or is not what was sent: ${each}`)
    if (missing.length > 0) say(`${missing.length} files are missing. Everything else is in the backup.`)
    return missing.length > 0 ? 1 : 0
  } finally {
    await found.stop()
  }
}

await runToEnd(main)
