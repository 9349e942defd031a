import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLogicalCss, sidesInCss, sidesInPage } from './logical-css.ts'

const inCss = (text: string) => sidesInCss(text).map(({ what }) => what)
const inPage = (text: string) => sidesInPage('Page.tsx', text).map(({ what }) => what)

test.each([
  ['left: 0', ['left']],
  ['right: 0', ['right']],
  ['margin-left: 1px; padding-right: 2px', ['margin-left', 'padding-right']],
  ['border-left-color: red', ['border-left-color']],
  ['border-top-right-radius: 4px', ['border-top-right-radius']],
  ['scroll-margin-left: 4px', ['scroll-margin-left']],
  ['text-align: right', ['text-align: right']],
  ['float:left', ['float:left']],
])('a sheet that says %s says a side', (declaration, found) => {
  expect(inCss(`.a { ${declaration} }`)).toEqual(found)
})

test('a sheet that says start and end, or a side in a name or a comment, is fine', () => {
  const sheet =
    '.left, .to-right { inset-inline-start: 0; margin-inline: 1px; --left: 1px; text-align: start } /* left: 0 */'
  expect(inCss(sheet)).toEqual([])
})

test('a page says a side in a style, in a style constant and in a short attribute', () => {
  expect(inPage('const a = <b style={{ left: 0, marginLeft: 1 }} />')).toEqual(['left', 'marginLeft'])
  expect(inPage('const box = { paddingRight: 1, textAlign: "right" }')).toEqual(['paddingRight', 'textAlign'])
  expect(inPage('const a = <b ml="md" ta="left" />')).toEqual(['ml', 'ta'])
})

test('a page may use the words left and right for what is not a style', () => {
  expect(inPage('const keys = { left: "previous", right: "next" }; const a = <b ms="md" ta="start" />')).toEqual([])
})

test('a side is excused by saying why, on its line or the one above', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-css-'))
  const rows = ['.a {', '/* physical: the scroll bar */', 'left: 0;', 'right: 0; /* physical: */', 'left: 1px;', '}']
  writeFileSync(join(folder, 'a.css'), rows.join('\n'))
  expect(checkLogicalCss(folder)).toEqual([
    expect.stringContaining('a.css:4 right'),
    expect.stringContaining('a.css:5 left'),
  ])
  rmSync(folder, { recursive: true })
})
