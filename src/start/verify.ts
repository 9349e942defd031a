import { listenersTo } from '../interactions/index.ts'
import { readConfig } from '../server/config.ts'
import { runToEnd, say } from './command.server.ts'
import { openToLook } from './open-to-look.server.ts'
import { refuseWithoutDatabase } from './refuse-without-database.server.ts'
import { countOf, type Finding } from './verify/check.ts'
import { verifyAll } from './verify/verify-all.server.ts'

/** Replays, recounts and compares; ends with 1 where anything differs. Changes nothing, and may run beside the server. */
async function main(): Promise<number> {
  const config = readConfig(process.env)
  await refuseWithoutDatabase(config)
  const looked = await openToLook(config, say)
  try {
    const findings = await verifyAll(looked.database.primary, listenersTo)
    const width = Math.max(...findings.map(({ check }) => check.length))
    findings.forEach((each) => report(each, width))
    const wrong = findings.reduce((sum, each) => sum + countOf(each), 0)
    say(wrong === 0 ? '\nEverything agrees.' : `\n${wrong} differences.`)
    return wrong === 0 ? 0 : 1
  } finally {
    await looked.close()
  }
}

function report(each: Finding, width: number): void {
  const wrong = countOf(each)
  const state = wrong === 0 ? 'ok' : `${wrong} wrong`
  say(`${each.check.padEnd(width)}  ${String(each.looked).padStart(9)} looked at  ${state}`)
  for (const difference of each.differences) say(`  ${difference}`)
  if (each.more > 0) say(`  … and ${each.more} more`)
}

await runToEnd(main)
