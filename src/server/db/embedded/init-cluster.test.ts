import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Home } from './home.server.ts'
import { initCluster } from './init-cluster.server.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'sanad-init-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** A program whose loader is not on this machine, as one for glibc is on a Linux with musl. */
function homeOf(prefix: string[]): Home {
  const initdb = path.join(folder, 'initdb')
  writeFileSync(initdb, '#!/no/such/loader\n', { mode: 0o755 })
  return {
    cluster: path.join(folder, 'pg18'),
    run: folder,
    binaries: { initdb },
    runner: { prefix },
    environment: process.env,
  } as Home
}

test.each([
  ['by itself', []],
  ['through a runner', ['env', '--']],
])('where PostgreSQL cannot be run, %s, a start ended in a bare ENOENT', async (_how, prefix) => {
  await expect(initCluster(homeOf(prefix), () => {})).rejects.toThrow(
    /^No PostgreSQL comes with Sanad for this kind of machine \(.*glibc.*\)\. Please set DATABASE_URL to/s,
  )
  expect(readdirSync(folder)).toEqual(['initdb'])
})
