import { parseArgs } from 'node:util'
import type { Desk } from '../events/desk.server.ts'
import { readConfig } from '../server/config.ts'
import { runToEnd, say } from './command.server.ts'
import { makeDemo } from './demo/make.server.ts'
import { customers, demoPassword, staff } from './demo/people.ts'
import { addressOf } from './demo/settle.server.ts'
import { openInstallation } from './open-installation.server.ts'
import { beginOnBucket } from './own-bucket.server.ts'

/** Fills an installation with a made-up freight company and fifteen months of its requests. May run beside a server of the same version: it migrates as a start does. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { add: { type: 'boolean', default: false } } })
  const installation = await openInstallation(readConfig(process.env), { worker: false, say })
  try {
    await beginOnBucket(installation, say)
    if (!values.add) await refuseIfUsed(installation.desk)
    const { requests } = await makeDemo(installation.desk, progress)
    progress('')
    introduce(requests)
  } finally {
    await installation.close()
  }
}

async function refuseIfUsed(desk: Desk): Promise<void> {
  const some = await desk.read().selectFrom('ticket').select('number').limit(1).executeTakeFirst()
  if (some) throw new Error('There are tickets here already. To add the demo’s to them: npm run demo -- --add')
}

function progress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`)
}

function introduce(tickets: number): void {
  say(
    `Marsa Freight is here: ${tickets} requests, ${staff.length + customers.length} people. Their password: ${demoPassword}`,
  )
  const who = (role: string) => staff.find((member) => member.role === role)!
  say(`  administrator   ${addressOf(who('administrator'))}`)
  say(`  support desk    ${addressOf(who('supportDesk'))}`)
  say(`  representative  ${addressOf(who('representative'))}`)
  for (const language of ['en', 'ar'] as const)
    say(`  customer (${language})   ${customers.find((customer) => customer.language === language)!.email}`)
  say('To look around: npm start, and sign in as one of them.')
}

await runToEnd(main)
