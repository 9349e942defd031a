import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.server.ts'
import { thisProcess } from './processes.server.ts'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sanad-lock-'))
  file = path.join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('one holds it, and another gets it only once it is released', () => {
  const first = takeLock(file)
  expect(first?.isHeld()).toBe(true)
  expect(takeLock(file)).toBeUndefined()
  first?.release()
  expect(readdirSync(folder)).toEqual([])
  const second = takeLock(file)
  expect(second?.isHeld()).toBe(true)
  // Releasing what one no longer holds takes nothing from the new holder.
  first?.release()
  expect(second?.isHeld()).toBe(true)
})

test('the lock of a process that is gone is taken over', () => {
  const { pid } = spawnSync('true')
  writeFileSync(file, JSON.stringify({ pid, started: '1', token: 'x' }))
  expect(takeLock(file)?.isHeld()).toBe(true)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test('a pid that is alive again as another process does not hold the lock', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long before', token: 'x' }))
  expect(takeLock(file)?.isHeld()).toBe(true)
})

test('a lock whose holder lives is not taken over', () => {
  const { pid, started } = thisProcess()
  writeFileSync(file, JSON.stringify({ pid, started, token: 'x' }))
  expect(takeLock(file)).toBeUndefined()
})

test('what a loss of power left of a lock does not hold it', () => {
  writeFileSync(file, '')
  expect(takeLock(file)?.isHeld()).toBe(true)
})

test('a process that died while taking over does not keep the next from it', () => {
  const { pid } = spawnSync('true')
  const dead = JSON.stringify({ pid, started: '1', token: 'x' })
  writeFileSync(file, dead)
  const deciding = `${file}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`
  writeFileSync(deciding, JSON.stringify({ pid, started: '1', token: 'y' }))
  expect(takeLock(file)?.isHeld()).toBe(true)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test('of many processes that find the same dead holder at the same moment, one gets the lock', async () => {
  const rounds = 60
  const { pid } = spawnSync('true')
  for (let round = 0; round < rounds; round++) {
    writeFileSync(`${file}-${round}`, JSON.stringify({ pid, started: '1', token: `${round}` }))
  }
  const program = `
    import { takeLock } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.server.ts'))}
    process.stdin.once('data', (begin) => {
      const locks = []
      for (let round = 0; round < ${rounds}; round++) {
        while (Date.now() < Number(begin) + round * 25);
        locks.push(takeLock(${JSON.stringify(file)} + '-' + round))
      }
      setTimeout(() => console.log(JSON.stringify(locks.map((lock) => [lock !== undefined, lock?.isHeld() ?? false]))), 300)
    })
    console.log('ready')`
  // all begin when the slowest is ready, and live until the last has told: what a dead one held anybody may take
  const racers = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '--eval', program]))
  const told = (racer: ChildProcessWithoutNullStreams) =>
    new Promise<string>((resolve) => racer.stdout.once('data', (line: Buffer) => resolve(line.toString())))
  await Promise.all(racers.map(told))
  const results = await Promise.all(
    racers.map(async (racer) => {
      racer.stdin.write(String(Date.now() + 200))
      return JSON.parse(await told(racer)) as [boolean, boolean][]
    }),
  )
  for (const racer of racers) racer.stdin.end()
  for (let round = 0; round < rounds; round++) {
    const outcomes = results.map((result) => result[round])
    expect(outcomes.filter((outcome) => outcome?.[0])).toEqual([[true, true]])
  }
})
