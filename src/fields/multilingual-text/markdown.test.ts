import { expect, test } from 'vitest'
import { isPlain, safeAddress } from './markdown-tree.ts'
import { mentionsIn, plainMarkdown, readMarkdown } from './markdown.ts'

const omar = '01890000-0000-7000-8000-000000000001'

test('reads what people write with a keyboard', () => {
  const text =
    '# Steps\n\nPlease **restart** it:\n\n1. off\n2. on\n\n> It does not work\n\n`ls -l` [here](https://example.com/a)'
  expect(readMarkdown(text).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'paragraph'])
  expect(plainMarkdown(text)).toBe(
    'Steps\n\nPlease restart it:\n\n1. off\n2. on\n\n> It does not work\n\nls -l here (https://example.com/a)',
  )
})

test('texts of before, which knew no Markdown, keep their lines and say the same', () => {
  for (const text of [
    'Hello,\nthe page is empty.\n\nSalma',
    'مرحبًا،\nالصفحة فارغة.',
    'Regards\n---\nSalma',
    '    four spaces in front\nand none',
    '[1]: is the first point',
    '5 * 3 * 2 = 30 and snake_case_names stay',
    '<b>not bold</b> & <script>alert(1)</script>',
  ])
    expect(plainMarkdown(text).replace(/\s+/gu, ' ')).toBe(text.replace(/\s+/gu, ' '))
  expect(readMarkdown('one\ntwo')).toEqual([{ kind: 'paragraph', of: [{ kind: 'text', text: 'one\ntwo' }] }])
  expect(isPlain('MF-20418 is late (2 days)')).toBe(true)
})

test('has no picture from elsewhere, no HTML and no address that does something', () => {
  const tree = JSON.stringify(
    readMarkdown(
      '![x](https://evil.example/p.png) <img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example) <javascript:alert(1)> [d](vbscript:x)\n\n[e]\n\n[e]: javascript:alert(1)',
    ),
  )
  expect([...tree.matchAll(/"href":"([^"]+)"/gu)].map(([, href]) => href)).toEqual(['https://evil.example/p.png'])
  expect(tree).not.toMatch(/"kind":"(?:image|html)"/u)
  for (const bad of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:x',
    ' https://x',
    'https://x y',
    'ftp://x',
    'https://',
  ])
    expect(safeAddress(bad)).toBeNull()
  expect(safeAddress('mailto:help@example.com')).toBe('mailto:help@example.com')
})

test('an address that stands there as it is leads there, without the sentence around it', () => {
  expect(JSON.stringify(readMarkdown('See https://example.com/a_(b), or (https://example.com/c).'))).toMatch(
    /"href":"https:\/\/example.com\/a_\(b\)".*"href":"https:\/\/example.com\/c"/u,
  )
})

test('a mention names somebody once, and not inside code', () => {
  const text = `[@Omar](mention:${omar}) and again [@Omar](mention:${omar}), not \`[@X](mention:${omar.replace('1', '2')})\``
  expect(mentionsIn(text)).toEqual([omar])
  expect(plainMarkdown(text)).toContain('@Omar and again @Omar')
})

test('what nobody writes by hand costs no time and breaks nothing', () => {
  for (const unit of [
    'a*',
    '*a_ ',
    '[a](',
    '> ',
    '1. ',
    '> - ',
    '- ',
    '`a',
    '<',
    '&',
    '\\',
    '![',
    '**a ',
    '  - x\n',
    '> x\n\n',
    '1. x\n',
    '# x\n',
  ])
    expect(plainMarkdown(unit.repeat(50_000 / unit.length)).length).toBeGreaterThan(0)
  const deep = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')
  expect(plainMarkdown(deep).length).toBeGreaterThan(0)
})

// each so long that work by the square of it would outlast the runner's patience
test('a message of empty lines, or of a line that goes on and on, held up the server and every page that showed it', () => {
  for (const [begin, unit] of [
    ['*a*', '\n'],
    ['*a*', ' \n'],
    ['*a*', '\r'],
    ['*a*', '\u2028'],
    ['- a\n', '\n'],
    ['> a\n', 'b\n'],
    ['- a\n\n  b\n', 'c\n'],
  ] as const) {
    const text = `${begin}${unit.repeat(300_000 / unit.length)}b`
    expect(plainMarkdown(text).replace(/[\s*]+/gu, '')).toBe(text.replace(/[\s*]+/gu, ''))
  }
  const items = readMarkdown('- a\n'.repeat(500))
  expect(items).toMatchObject([{ kind: 'list', items: { length: 500 } }])
})

test('a long row of spaces, or of what may close an address, ends in time', () => {
  for (const [begin, unit] of [
    ['a', ' '],
    ['a\n\n', ' \t'],
    ['https://example.org/a', '.'],
    ['https://example.org/a', ')'],
    ['https://example.org/a', '*_'],
  ] as const)
    expect(plainMarkdown(`${begin}${unit.repeat(500_000 / unit.length)}b(`).length).toBeGreaterThan(0)
})
