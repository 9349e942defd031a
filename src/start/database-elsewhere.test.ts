// @module-tag long
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDatabase } from './find-database.server.ts'
import { markElsewhere } from './database-elsewhere.server.ts'
import { readConfig } from '../server/config.ts'
import { cloneDatabase } from '../testing/postgres.server.ts'
import { runScript } from '../testing/run-script.server.ts'
import { startsAndStops } from '../testing/starts-and-stops.server.ts'

let scratch: string
let data: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'sanad-elsewhere-'))
  data = join(scratch, 'data')
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

test('after the move to a server, a backup without DATABASE_URL kept the old embedded database night after night', async () => {
  const embedded = await findDatabase(readConfig({ SANAD_DATA: data }), () => {})
  await embedded.stop()
  const server = await cloneDatabase()
  expect(await startsAndStops('worker', { SANAD_DATA: data, DATABASE_URL: server.url })).toMatchObject({ status: 0 })
  for (const [name, args] of [
    ['backup', [join(scratch, 'kept')]],
    ['verify', []],
  ] as const) {
    const { status, said } = await runScript(name, args, { SANAD_DATA: data })
    expect([name, status, said]).toEqual([name, 1, expect.stringContaining('please give it, as the server has it')])
    expect(said).toContain(`delete ${join(data, 'database-is-elsewhere')} first`)
  }
  expect(existsSync(join(scratch, 'kept'))).toBe(false)
  expect(
    await runScript('backup', [join(scratch, 'of the server')], { SANAD_DATA: data, DATABASE_URL: server.url }),
  ).toMatchObject({ status: 0 })
  await server.drop()
})

test('a start without DATABASE_URL on the data folder of a server that has one makes no empty installation', async () => {
  const config = readConfig({ SANAD_DATA: data })
  const server = await cloneDatabase()
  const elsewhere = readConfig({ SANAD_DATA: data, DATABASE_URL: server.url })
  await findDatabase(elsewhere, () => {})
  await markElsewhere(elsewhere)
  await expect(findDatabase(config, () => {})).rejects.toThrow('Sanad ran on the database that DATABASE_URL names')
  rmSync(join(data, 'database-is-elsewhere'))
  const embedded = await findDatabase(config, () => {})
  await embedded.stop()
  await server.drop()
})
