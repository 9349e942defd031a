import { sendDue } from '../conversation/writing/held.write.server.ts'
import { sweepFiles } from '../conversation/files/sweep-files.write.server.ts'
import { forgetCopies } from '../conversation/mail-in/forget-copies.write.server.ts'
import { readMailboxes } from '../conversation/mail-in/read-mailboxes.server.ts'
import { repliesTo } from '../conversation/mail-in/replies-to.server.ts'
import { startWorker, type Worker } from '../interactions/worker.server.ts'
import { prepareTemplateTest } from '../interactions/template-test.server.ts'
import { templateTest } from '../interactions/template-test.write.server.ts'
import { reportName } from '../reports/monthly-performance/monthly-performance.ts'
import { prepareReport } from '../reports/monthly-performance/send-prepared-report.server.ts'
import { makeDueReports } from '../reports/monthly-performance/make-report.write.server.ts'
import { runExports, sweepExports } from '../queries/exports/run-exports.write.server.ts'
import { findOlderComments } from '../conversation/older-comments.write.server.ts'
import { learnWords } from '../queries/learn-words.write.server.ts'
import { openBlobs, openExportFiles } from '../server/files/open-blobs.server.ts'
import { every } from '../server/jobs/every.server.ts'
import { mailServerNow } from '../settings/mail-server/mail-server.server.ts'
import { foldFigures } from '../statistics/fold-figures.write.server.ts'
import { runImports } from '../users/import/run-imports.write.server.ts'
import { sweepSignIns } from '../users/sign-in/sweep.write.server.ts'
import { mintLinks } from '../users/ticket-links/ticket-links.server.ts'
import { fallDue } from '../workflow/fall-due.server.ts'
import { releaseLostOfAll } from '../workflow/release.server.ts'
import { exportables } from './exportables.server.ts'
import { mailEnvironment } from './mail-environment.server.ts'
import type { Installation } from './open-installation.server.ts'
import { ownBucket } from './own-bucket.server.ts'

const hourInSeconds = 3_600
const longestStopMs = 10_000

/** Everything that is done behind the pages, over one installation; `address` is where the links of mails lead. */
export async function openWorker(
  installation: Installation,
  options: { secret: string; address: string; onTrouble: (error: unknown) => void; peopleWait?: () => boolean },
): Promise<{ stop(): Promise<void> }> {
  const { config, desk, queue, hints, database } = installation
  const environment = mailEnvironment(config, options.secret, options.address)
  const from = config.mailFrom ?? environment.usualFrom
  const told = (people: readonly string[]) => hints.publish({ people: [...people] })
  const undelivered = (ticket: number) => hints.publish({ undelivered: [ticket] })
  const worker: Worker = await startWorker(desk, queue, {
    mail: {
      publicUrl: options.address,
      // where a mailbox is read they are, as `now` says; else customers write on the page of their request
      repliesAreRead: false,
      mint: mintLinks(options.secret),
      sender: { from, secret: options.secret, host: environment.host },
      smtp: config.smtpUrl ? { url: config.smtpUrl } : null,
      others: {
        [reportName]: prepareReport(desk, options.address),
        [templateTest]: prepareTemplateTest(desk, options.address),
      },
      now: async () => ({
        ...(await mailServerNow(desk.read(), environment)),
        repliesTo: await repliesTo(desk.read()),
      }),
    },
    fallDue,
    told,
    undelivered,
    onTrouble: options.onTrouble,
    ...(options.peopleWait ? { peopleWait: options.peopleWait } : {}),
  })
  const blobs = await openBlobs(config)
  const reading = readMailboxes({ desk, secret: options.secret, blobs, undelivered, onTrouble: options.onTrouble })
  // whoever looks at figures sees a closing within two seconds: a second until it is folded, and then a hint
  const figures = every(
    1,
    async () => {
      if ((await foldFigures(desk)) > 0) hints.publish({ figures: true })
    },
    options.onTrouble,
  )
  // one look at what is kept; while figures are being counted none can be made, so that it asks again soon
  const reports = every(10, () => makeDueReports(desk), options.onTrouble)
  const held = every(1, () => sendDue(desk, told), options.onTrouble)
  const exportFiles = await openExportFiles(config)
  const exporting = every(1, (ending) => runExports(desk, exportables, exportFiles, told, ending), options.onTrouble)
  const words = every(
    15,
    async () => {
      await findOlderComments(desk)
      await learnWords(desk)
    },
    options.onTrouble,
  )
  const imports = every(
    1,
    async () => {
      if ((await runImports(desk)) > 0) hints.publish({ rights: true })
    },
    options.onTrouble,
  )
  const sweep = every(
    hourInSeconds,
    async (ending) => {
      await sweepSignIns(database.primary, desk.clock.now())
      await forgetCopies(database.primary, desk.clock.now(), ending)
      // whoever took the bucket meanwhile has files in it that we do not know
      await ownBucket(config, database.primary)
      await sweepFiles(database.primary, blobs, desk.clock.now(), ending)
      await sweepExports(database.primary, exportFiles, desk.clock.now(), ending)
    },
    options.onTrouble,
  )
  const lost = every(hourInSeconds, () => releaseLostOfAll(desk), options.onTrouble)
  const atWork = [sweep, lost, words, exporting, imports, held, figures, reports, reading, worker]
  return {
    async stop() {
      // whatever hangs (a mail server, a store for files) must not hold us: what it has in hand is tried again by whoever runs next
      const limit = new Promise((resolve) => setTimeout(resolve, longestStopMs).unref())
      await Promise.race([Promise.all(atWork.map((each) => each.stop())), limit])
    },
  }
}
