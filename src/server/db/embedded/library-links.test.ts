import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkLibraries } from './library-links.server.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sanad-links-'))
  mkdirSync(path.join(root, 'native'))
  const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }]
  writeFileSync(path.join(root, 'native/pg-symlinks.json'), JSON.stringify(links))
})

afterEach(() => rmSync(root, { recursive: true }))

test('the short names are made beside the libraries, and a second time is fine', () => {
  mkdirSync(path.join(root, 'native/lib'))
  writeFileSync(path.join(root, 'native/lib/libx.so.1.2'), 'library')
  expect(linkLibraries(root, path.join(root, 'spare'))).toEqual([])
  expect(linkLibraries(root, path.join(root, 'spare'))).toEqual([])
  expect(readFileSync(path.join(root, 'native/lib/libx.so.1'), 'utf8')).toBe('library')
})

test('where the package may not be written they are made in a spare folder', () => {
  // Nobody, root included, may make a link under /sys.
  symlinkSync('/sys', path.join(root, 'native/lib'))
  const spare = path.join(root, 'spare')
  expect(linkLibraries(root, spare)).toEqual([spare, path.join(root, 'native/lib')])
  expect(readlinkSync(path.join(spare, 'libx.so.1'))).toBe(path.join(root, 'native/lib/libx.so.1.2'))
})

test('for a package that names no links none are made', () => {
  rmSync(path.join(root, 'native/pg-symlinks.json'))
  expect(linkLibraries(root, path.join(root, 'spare'))).toEqual([])
})
