import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBackup, sayUnread } from './check-backup.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-check-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sums = (name: string) => writeFileSync(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  ${name}\n`)
const isRoot = process.getuid?.() === 0

test('a backup that the user may not read was said to be damaged', () => {
  const denied = Object.assign(new Error('permission denied'), { code: 'EACCES' })
  expect(() => sayUnread('/mnt/backups/2026-11-28/SHA256SUMS', denied)).toThrow(
    /^\/mnt\/backups\/2026-11-28\/SHA256SUMS may not be read by the user of this command \(EACCES\): .* Nothing was restored\.$/,
  )
})

test.runIf(!isRoot)('of such a backup nothing is said to be missing', async () => {
  sums('manifest.json')
  chmodSync(join(folder, 'SHA256SUMS'), 0o000)
  await expect(checkBackup(folder)).rejects.toThrow('may not be read by the user of this command')
})

test('what is there and cannot be read is not said to be missing', async () => {
  mkdirSync(join(folder, 'SHA256SUMS'))
  await expect(checkBackup(folder)).rejects.toThrow(
    'damaged: ' + join(folder, 'SHA256SUMS') + ' cannot be read (EISDIR)',
  )
})

test.each(['SHA256SUMS', 'rows/users.copy.gz'])('without %s it is damaged: it is missing', async (name) => {
  if (name !== 'SHA256SUMS') sums(name)
  await expect(checkBackup(folder)).rejects.toThrow(`The backup is damaged: ${join(folder, name)} is missing.`)
})
