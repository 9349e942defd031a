import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const here = path.join(import.meta.dirname, '..')
const realModules = path.join(here, '../node_modules')
let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sanad-prepare-'))
  cpSync(path.join(here, 'prepare.mjs'), path.join(root, 'scripts/prepare.mjs'))
  cpSync(path.join(here, 'prepare'), path.join(root, 'scripts/prepare'), { recursive: true })
  write('package-lock.json', lockOf({ one: '1.0.0' }))
  // An npm that installs what the lock says and tells how it was called.
  write('npm/npm-cli.mjs', fakeNpm)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const fakeNpm = `
  import { appendFileSync, mkdirSync, copyFileSync, existsSync } from 'node:fs'
  appendFileSync('npm/calls', process.argv.slice(2).join(' ') + '\\n')
  if (existsSync('npm/fails')) { console.error('npm error no such package'); process.exit(1) }
  await new Promise((resolve) => setTimeout(resolve, 300))
  mkdirSync('node_modules', { recursive: true })
  copyFileSync(existsSync('npm/arrived') ? 'npm/arrived' : 'package-lock.json', 'node_modules/.package-lock.json')`

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

function lockOf(versions: Record<string, string>, more: object = {}): string {
  const entries = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }])
  return JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries), ...more } })
}

type Outcome = { code: number | null; said: string }

function prepare(...args: string[]): Promise<Outcome> {
  return run(process.execPath, [path.join(root, 'scripts/prepare.mjs'), ...args])
}

function run(command: string, args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const ofNpm = { npm_execpath: path.join(root, 'npm/npm-cli.mjs'), npm_node_execpath: process.execPath }
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...ofNpm, ...environment } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

function npmCalls(): string[] {
  return read('npm/calls').trim().split('\n')
}

const silence: Outcome = { code: 0, said: '' }
const installing: Outcome = { code: 0, said: 'Installing what is missing ...\n' }
const waiting = 'Another process is preparing Sanad here; waiting for it ...\n'
/** On a machine that is busy with other things even the short wait of a test is a long one. */
const wordsOfWork = ({ said }: Outcome) => said.replace(waiting, '')
const building: Outcome = { code: 0, said: 'Building the pages ...\n' }

test('it installs what is missing, once, and again when the lock changed', async () => {
  expect(await prepare()).toEqual(installing)
  expect(npmCalls()).toEqual([expect.stringMatching(/^ci --ignore-scripts --loglevel=error --no-fund --no-audit /)])
  expect(await prepare()).toEqual(silence)
  write('package-lock.json', lockOf({ one: '1.0.1' }))
  expect(await prepare()).toEqual(installing)
  expect(npmCalls()).toHaveLength(2)
})

test('what the user installed with npm is not installed a second time', async () => {
  const leftOut = {
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['elsewhere'] },
    'node_modules/part-of-elsewhere': { version: '1.0.0', optional: true },
    'node_modules/other-libc': { version: '1.0.0', optional: true, os: [process.platform], libc: ['another'] },
  }
  write(
    'package-lock.json',
    lockOf({ one: '1.0.0' }, { '': { optionalDependencies: { elsewhere: '1.0.0' } }, ...leftOut }),
  )
  write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }))
  expect(await prepare()).toEqual(silence)
  expect(readdirSync(path.join(root, 'npm'))).not.toContain('calls')
})

test.each([
  ['an optional part of ours that fits this machine', { optional: true, os: [process.platform], cpu: [process.arch] }],
  ['a part that is not optional', {}],
])('%s is installed when it is missing', async (_what, kind) => {
  const more = { '': { optionalDependencies: { own: '1.0.0' } }, 'node_modules/own': { version: '1.0.0', ...kind } }
  write('package-lock.json', lockOf({ one: '1.0.0' }, more))
  write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }))
  expect(await prepare()).toEqual(installing)
})

test('an optional part of a part whose download failed was remembered as installed, and no later start fetched it', async () => {
  const native = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
  write('package-lock.json', lockOf({ one: '1.0.0' }, { 'node_modules/@one/native': native }))
  write('npm/arrived', lockOf({ one: '1.0.0' }))
  const lacking = await prepare()
  expect(lacking.code).toBe(1)
  expect(lacking.said).toContain('could not be fetched: @one/native.\nPlease see that this machine reaches')
  rmSync(path.join(root, 'npm/arrived'))
  expect(await prepare()).toEqual(installing)
  expect(await prepare()).toEqual(silence)
})

test('parts that ask for a newer Node than npm runs on were left out, and no start came up', async () => {
  const native = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
  write('package-lock.json', lockOf({ one: '1.0.0' }, { 'node_modules/@one/native': native }))
  const leaveOut = `
  if (!process.env.NEWER) writeFileSync('node_modules/.package-lock.json', '${lockOf({ one: '1.0.0' })}')`
  write('npm/npm-cli.mjs', fakeNpm + bringing(`NEWER=1 exec "${process.execPath}" "$@"`) + leaveOut)
  expect(await prepare()).toEqual(installing)
  expect(npmCalls()).toHaveLength(2)
  expect(await prepare()).toEqual(silence)
})

test('a failed install says why and is tried again next time', async () => {
  write('npm/fails', '')
  const failed = await prepare()
  expect(failed.code).toBe(1)
  expect(failed.said).toContain('could not be installed (npm ci):\nnpm error no such package')
  rmSync(path.join(root, 'npm/fails'))
  expect(await prepare()).toEqual(installing)
})

test('two at once: one installs, the other waits', async () => {
  const both = await Promise.all([prepare(), prepare()])
  expect(both.map(wordsOfWork).sort()).toEqual(['', installing.said])
  expect(npmCalls()).toHaveLength(1)
})

const lock = () => {
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 12)
  return path.join(tmpdir(), `sanad-install-${process.getuid?.() ?? 0}-${digest}.lock`)
}

test.runIf(process.platform === 'linux')(
  'after a kill, whoever has the pid of then made the next start wait for ten minutes',
  async () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, started: '1', token: 'of then' }))
    expect(await prepare()).toEqual(installing)
  },
)

test('a start that waits for another one said nothing', { tags: 'long' }, async () => {
  writeFileSync(lock(), JSON.stringify({ pid: process.pid, token: 'of one that goes on' }))
  setTimeout(() => rmSync(lock()), 5_000)
  expect(await prepare()).toEqual({ code: 0, said: `${waiting}${installing.said}` })
})

test('a Node too old to run the rest is refused with what to do', async () => {
  write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }))
  write('node_modules/node-here/package.json', JSON.stringify({ version: '22.17.1' }))
  mkdirSync(path.join(root, 'node_modules/node-here/bin'))
  mkdirSync(path.join(root, 'node_modules/.bin'))
  cpSync('/bin/true', path.join(root, 'node_modules/node-here/bin/node'))
  symlinkSync('../node-here/bin/node', path.join(root, 'node_modules/.bin/node'))
  const refused = await prepare()
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('Sanad needs Node 22.18 or newer, and would run on Node 22.17.1.')
})

test('a Node from npm that cannot run here is taken out of the way of the system’s', async () => {
  write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }))
  write('node_modules/node-here/bin/node', 'not a program for this machine')
  mkdirSync(path.join(root, 'node_modules/.bin'))
  symlinkSync('../node-here/bin/node', path.join(root, 'node_modules/.bin/node'))
  expect(await prepare()).toEqual(silence)
  expect(readdirSync(path.join(root, 'node_modules/.bin'))).toEqual([])
})

function writePages(): void {
  write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }))
  symlinkSync(path.join(realModules, 'vite'), path.join(root, 'node_modules/vite'))
  write('index.html', '<script type="module" src="/src/page.ts"></script>')
  write('src/page.ts', `document.title = 'first words'`)
  write('src/server.server.ts', '')
}

function builtScript(): string {
  return readdirSync(path.join(root, 'dist/assets'))
    .map((name) => read(`dist/assets/${name}`))
    .join('\n')
}

test('the pages are built when a file they are made of changed, and only then', async () => {
  writePages()
  expect(await prepare('--pages')).toEqual(building)
  expect(builtScript()).toContain('first words')
  expect(await prepare('--pages')).toEqual(silence)

  write('src/server.server.ts', 'export const changed = 1')
  expect(await prepare('--pages')).toEqual(silence)
  utimesSync(path.join(root, 'src/page.ts'), new Date(), new Date())
  expect(await prepare('--pages')).toEqual(silence)

  write('src/page.ts', `document.title = 'second words'`)
  expect(await prepare('--pages')).toEqual(building)
  expect(builtScript()).toContain('second words')
  rmSync(path.join(root, 'dist'), { recursive: true })
  expect(await prepare('--pages')).toEqual(building)
})

test('built pages that the user may not write did not let the start through', { tags: 'long' }, async () => {
  writePages()
  await prepare('--pages')
  utimesSync(path.join(root, 'src/page.ts'), new Date(), new Date())
  const forbidding = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const write = fs.writeFileSync
    fs.writeFileSync = (file, ...rest) => {
      if (String(file).includes('/dist/')) throw Object.assign(new Error('EROFS'), { code: 'EROFS' })
      write(file, ...rest)
    }
    syncBuiltinESMExports()`
  write('forbidding.mjs', forbidding)
  const asReader = ['--import', path.join(root, 'forbidding.mjs'), path.join(root, 'scripts/prepare.mjs'), '--pages']
  expect(await run(process.execPath, asReader)).toEqual(silence)
})

test('a build that fails says why and leaves the pages as they were', { tags: 'long' }, async () => {
  writePages()
  await prepare('--pages')
  write('src/page.ts', `import './missing.ts'`)
  const failed = await prepare('--pages')
  expect(failed.code).toBe(1)
  expect(failed.said).toContain('The pages could not be built')
  expect(failed.said).toContain('missing.ts')
  expect(builtScript()).toContain('first words')
})

test('two at once: one builds, the other waits', async () => {
  writePages()
  const both = await Promise.all([prepare('--pages'), prepare('--pages')])
  expect(both.map(wordsOfWork).sort()).toEqual(['', building.said])
})

const { scripts } = JSON.parse(readFileSync(path.join(here, '../package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

test('a signal to npm reaches what it started, and not a shell between them', () => {
  for (const name of ['start', 'worker', 'dev', 'demo', 'backup', 'restore', 'verify', 'test'])
    expect(scripts[name]).toMatch(/^node scripts\/prepare\.mjs( --pages)? && hash -r && exec node /)
})

test('with npm’s ignore-scripts nothing was prepared, and the first command ended in a stack trace', () => {
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([])
})

const bringing = (does: string) => `
  import { symlinkSync, writeFileSync } from 'node:fs'
  for (const folder of ['.bin', 'node-here/bin']) mkdirSync('node_modules/' + folder, { recursive: true })
  writeFileSync('node_modules/node-here/package.json', '{"version":"24.0.0"}')
  writeFileSync('node_modules/node-here/bin/node', '#!/bin/sh\\n${does}', { mode: 0o755 })
  if (!existsSync('node_modules/.bin/node')) symlinkSync('../node-here/bin/node', 'node_modules/.bin/node')`

test.each(['sh', 'bash'])('the first command, in %s, ran on the Node of before the install', async (shell) => {
  write('npm/npm-cli.mjs', fakeNpm + bringing('echo "the brought one"'))
  const places = [path.join(root, 'node_modules/.bin'), path.dirname(process.execPath), process.env['PATH']]
  const { said } = await run(shell, ['-c', scripts['worker'] ?? ''], { PATH: places.join(path.delimiter) })
  expect(said).toBe(`${installing.said}the brought one\n`)
})
