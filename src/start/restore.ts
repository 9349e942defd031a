import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { tellQueue } from '../interactions/tell-queue.server.ts'
import type { Tables } from '../entities/tables.ts'
import { checkBackup } from '../server/backup/check-backup.server.ts'
import { restoreBackup } from '../server/backup/restore-backup.server.ts'
import { blobsFolder } from '../server/backup/manifest.ts'
import { readConfig } from '../server/config.ts'
import { openBlobs } from '../server/files/open-blobs.server.ts'
import { beginEpoch, type Epoch } from './backup/begin-epoch.server.ts'
import { keepSecret, type KeptSecret } from './backup/keep-secret.server.ts'
import { runToEnd, say } from './command.server.ts'
import { findDatabase } from './find-database.server.ts'
import { refuseUsedBucket, takeBucket } from './own-bucket.server.ts'

/** `npm run restore -- folder [--replace] [--take-bucket] [--check]`. All of the backup or nothing. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      /** Takes the place of what is in the database. */
      replace: { type: 'boolean', default: false },
      /** Whoever used the bucket is gone, or is the one that is restored. */
      'take-bucket': { type: 'boolean', default: false },
      /** Only reads the backup and compares its sums. */
      check: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [given] = positionals
  if (given === undefined) throw new Error('Which backup? npm run restore -- backups/sanad-…')
  const folder = resolve(given)
  say('Reading the backup and comparing its sums …')
  const manifest = await checkBackup(folder)
  say(`The backup is whole, as of ${manifest.madeAt}.`)
  if (values.check) return
  const config = readConfig(process.env)
  await refuseUsedBucket(config, join(folder, blobsFolder), values['take-bucket'])
  const found = await findDatabase(config, say)
  try {
    let epoch: Epoch | undefined
    await restoreBackup<Tables>({
      url: found.url,
      store: await openBlobs(config),
      folder,
      manifest,
      queues: [tellQueue],
      replace: values.replace,
      isEmpty: async (client) =>
        (await client.query('select where exists (select from users) or exists (select from ticket)')).rows.length ===
        0,
      async beginEpoch(db) {
        epoch = await beginEpoch(db, new Date(manifest.madeAt))
      },
      say,
    })
    const kept = await keepSecret(config, folder, manifest)
    await takeBucket(config, found.url)
    report(epoch!, kept)
  } finally {
    await found.stop()
  }
}

function report({ sessions, held, nextNumber }: Epoch, { isOfBackup, aside }: KeptSecret): void {
  say('Everything is restored.')
  say(`${sessions} sessions ended, and every link that was mailed before: people sign in anew.`)
  say(
    `${held} mails that still waited are held. Settings → Mail releases or drops them; until then none of them goes out.`,
  )
  say(`New tickets begin at ${nextNumber}.`)
  say('What was taken back after the backup is back: look through who is active, and through the keys of programs.')
  if (aside) say(`The backup’s secret takes the place of the one that was here, which is kept as ${aside}.`)
  if (!isOfBackup)
    say('The secret is not the backup’s: second factors and stored passwords of mail servers must be set anew.')
  say('Now: npm run verify, then npm start. In a drill SANAD_WORKER=off npm start: it mails, reads and closes nothing.')
}

await runToEnd(main)
