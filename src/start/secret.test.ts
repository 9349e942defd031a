import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScript } from '../testing/run-script.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { secretOf } from './secret.server.ts'

const scratch = mkdtempSync(join(tmpdir(), 'sanad-secret-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let folders = 0
function newFolder(): string {
  const made = join(scratch, `data-${folders++}`)
  spawnSync('mkdir', [made])
  return made
}

/** The way of a start whose disk takes not one byte more. */
function startOnFullDisk(data: string) {
  const program = `import(${JSON.stringify(join(import.meta.dirname, 'secret.server.ts'))})
    .then(({ secretOf }) => secretOf({ data: ${JSON.stringify(data)} }))
    .catch(({ code }) => console.log(code))`
  return spawnSync('sh', ['-c', 'ulimit -f 0; exec "$0" -e "$1"', process.execPath, program], { encoding: 'utf8' })
}

test('a start on a full disk left an empty secret, and the next one signed with it', async () => {
  const data = newFolder()
  expect(startOnFullDisk(data).stdout).toBe('EFBIG\n')
  expect(readdirSync(data)).toEqual([])
  expect(await secretOf({ data })).toHaveLength(43)
})

test('a secret that was cut off is refused with what to do, and stays where it is', async () => {
  const data = newFolder()
  for (const cut of ['', 'half of a secret\n']) {
    writeFileSync(join(data, 'secret'), cut)
    await expect(secretOf({ data })).rejects.toThrow(`The secret in ${join(data, 'secret')} is not whole`)
    expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(cut)
  }
  expect(await secretOf({ data, secret: 'a secret that the environment gives' })).toMatch(/^a secret/)
})

test('of many that start at once one makes the secret, for its owner alone, and all have it', async () => {
  const data = newFolder()
  const secrets = await Promise.all(Array.from({ length: 20 }, () => secretOf({ data })))
  expect(new Set(secrets)).toEqual(new Set([readFileSync(join(data, 'secret'), 'utf8')]))
  expect(readdirSync(data)).toEqual(['secret'])
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
})

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('a backup without the environment of the server packed a secret of its own making as the installation’s', async () => {
  const [data, kept] = [newFolder(), join(scratch, 'kept')]
  const { status, said } = await runScript('backup', [kept], { DATABASE_URL: web.url, SANAD_DATA: data })
  expect([status, said]).toEqual([1, expect.stringContaining(`The secret of this installation is not in ${data}`)])
  expect(said).toMatch(/SANAD_DATA.*SANAD_SECRET/)
  expect([readdirSync(data), existsSync(kept)]).toEqual([[], false])
})
