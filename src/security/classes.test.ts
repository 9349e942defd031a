import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { classes } from './classes.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('each of the twenty-five classes has a test that is there, or a sentence why it cannot occur', () => {
  expect(classes).toHaveLength(25)
  expect(classes.filter(({ tests, because }) => tests.length === 0 && !because)).toEqual([])
})

test.each(classes.flatMap(({ title, tests }) => tests.map(([file, name]) => [title, file, name] as const)))(
  '%s: %s has “%s”',
  (_title, file, name) => {
    expect(existsSync(join(root, file))).toBe(true)
    expect(read(file)).toContain(name)
  },
)

test('docs/security.md tells the same classes in the same order, with their tests', () => {
  const lines = read('docs/security.md')
    .split('\n')
    .filter((line) => /^\| \d+ /u.test(line))
  expect(lines).toHaveLength(25)
  for (const [index, { title, tests, because }] of classes.entries()) {
    const line = lines[index]!
    expect(line).toMatch(new RegExp(`^\\| ${index + 1} +\\|`, 'u'))
    for (const said of [title, ...tests.map(([file, name]) => `\`${file}\`: ${name}`), ...(because ? [because] : [])])
      expect(line).toContain(said)
  }
})
