import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run-tool.ts'

const map = readFileSync(join(root, 'docs/map.md'), 'utf8')

/** The headings and interactions that the founding document names. */
const named = [
  'entities/ticket',
  'workflow',
  'queries',
  'views/ticket-request',
  'views/incoming-requests',
  'users',
  'groups',
]
const interactions = [
  'notify-desk-of-new-ticket',
  'notify-customer-of-receipt',
  'notify-representative-of-assignment',
  'notify-desk-to-review-solution',
  'notify-representative-of-approval',
  'ask-owner-for-feedback',
]

test.each([...named, ...interactions.map((name) => `interactions/${name}`)])(
  'the map leads to src/%s, and it is there',
  (folder) => {
    expect(map).toContain(`src/${folder}/`)
    expect(existsSync(join(root, 'src', folder))).toBe(true)
  },
)

test('everything that the map names is there', () => {
  const places = [...map.matchAll(/`(src\/[^`\s]*)`/g)].map((match) => match[1]!)
  expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([])
})

test('every folder of src has its place on the map', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const missing = folders.map(({ name }) => name).filter((name) => !map.includes(`src/${name}/`) && name !== 'testing')
  expect(missing.filter((name) => readdirSync(join(root, 'src', name)).length > 0)).toEqual([])
})
