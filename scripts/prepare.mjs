// Runs first in every npm script, on whatever Node the machine has (20 and newer): installs what is missing, sees that the Node
// which runs the rest is new enough, and with --pages builds the pages when they are older than their sources.
// Costs next to nothing when all is in order. It stands in the scripts themselves, since npm leaves out “prestart” and the like
// where ignore-scripts is set. `hash -r` after it: it may have brought the Node that is to run the rest, and a shell goes on
// using the one that it found before.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installWhatIsMissing } from './prepare/install.mjs'
import { checkNode } from './prepare/node-version.mjs'
import { buildPages } from './prepare/pages.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

try {
  installWhatIsMissing(root)
  checkNode(root)
  if (process.argv.includes('--pages')) buildPages(root)
} catch (error) {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
}
