// @module-tag long
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Place } from '../src/server/db/embedded/testing/place.server.ts'
import { until } from '../src/server/db/embedded/waiting.ts'
import { freePort } from '../src/testing/free-port.server.ts'
import { root } from './run-tool.ts'
import { patience } from '../src/testing/patience.ts'

// `npm run dev` on a copy of the sources, where the test may change them.

const copied = [
  'src',
  'scripts',
  'migrations',
  'public',
  'docs',
  'index.html',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
]

test('pages and server follow a changed file, and who asks meanwhile waits', async () => {
  await using place = new Place()
  const copy = join(place.folder, 'copy')
  mkdirSync(copy)
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(copy, 'scripts/dev.ts')], {
    cwd: copy,
    env: { PATH, HOME, PORT: String(await freePort()), SANAD_DATA: join(place.folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const hear = async (words: RegExp): Promise<string> => {
    if (!(await until(() => words.test(said) || child.exitCode !== null, patience)))
      throw new Error(`only heard ${said}`)
    return words.exec(said)?.[1] ?? ''
  }
  try {
    const address = await hear(/for development: (http:\S+)/)
    // the link leads to these pages, not to those of a build that may be old or missing
    expect(await hear(/Set it up here, once: (\S+)\/setup#/)).toBe(address)
    const read = async (path: string) => (await fetch(address + path)).text()
    expect(await read('/')).toContain('/@vite/client')
    expect(await read('/api/v1/setup')).toContain('"open":true')

    const words = join(copy, 'src/words/en/first-run.ts')
    writeFileSync(words, readFileSync(words, 'utf8').replace('Set up Sanad', 'Set up Sanad anew'))
    await hear(/(Restarting)/)
    // who asks in the very moment in which the server lets go is cut off, and asks again
    await expect.poll(() => read('/api/v1/setup')).toContain('"open":true')
    expect(await read('/src/words/en/first-run.ts')).toContain('Set up Sanad anew')
    expect(said).not.toContain('proxy error')
  } finally {
    child.kill('SIGTERM')
  }
  // as a process that was told to end does
  expect(await ended).toBe(143)
  expect(await until(() => place.postgresPids().length === 0, patience)).toBe(true)
})
