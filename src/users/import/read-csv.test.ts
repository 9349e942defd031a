import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, original } from '../../server/files/csv.ts'
import { readCsv } from './read-csv.ts'

const cells = (text: string) => readCsv(text).map((record) => record.cells)

test('commas, semicolons or tabs; quotes, line breaks within them, every kind of line end, a byte order mark', () => {
  expect(cells('a,b\r\n1,2\r\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(cells('\uFEFFa;b\n"x;y";"say ""so"""')).toEqual([
    ['a', 'b'],
    ['x;y', 'say "so"'],
  ])
  expect(cells('a\tb\n1\t')).toEqual([
    ['a', 'b'],
    ['1', ''],
  ])
  expect(readCsv('a,b\n"one\ntwo",2\n\n3,4')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['one\ntwo', '2'] },
    { line: 5, cells: ['3', '4'] },
  ])
  expect(cells('')).toEqual([])
  expect(cells('a,b\n"never closed')).toEqual([['a', 'b'], ['never closed']])
})

test('a blank or a letter behind a closing quote shifted the columns', () => {
  expect(cells('name,email\n"Smith, John" ,john@x.example')).toEqual([
    ['name', 'email'],
    ['Smith, John', 'john@x.example'],
  ])
  expect(cells('a;b\r\n"Smith, John" \t;a\r\n"x"y;"b" \n"c" ')).toEqual([
    ['a', 'b'],
    ['Smith, John', 'a'],
    ['xy', 'b'],
    ['c'],
  ])
  expect(cells('a\tb\n"x" \t"y"\t')).toEqual([
    ['a', 'b'],
    ['x', 'y', ''],
  ])
})

test('lines that end in a carriage return alone ran into one another', () => {
  expect(readCsv('name;email\rA;a@x.example\r"B\rC";b@x.example\r\rD;d@x.example')).toEqual([
    { line: 1, cells: ['name', 'email'] },
    { line: 2, cells: ['A', 'a@x.example'] },
    { line: 3, cells: ['B\rC', 'b@x.example'] },
    { line: 6, cells: ['D', 'd@x.example'] },
  ])
})

test('whatever was written as CSV is read back as it was', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !text.includes('\0') && text.trim() === text && !/[\uFEFF]/u.test(text))
  const awkward = fc.constantFrom('=1+1', '"', 'a,b', 'x\ny', "'quoted", '+', ';', '\tz')
  const table = fc.array(fc.array(fc.oneof(cell, awkward), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(table, (rows) => {
      const header = ['name', 'email', 'roles']
      const written = [header, ...rows].map((row) => csvLine(row)).join('')
      const read = readCsv(written).map((record) => record.cells.map(original))
      expect(read).toEqual([header, ...rows.filter((row) => row.some((each) => each.trim() !== ''))])
    }),
    { numRuns: 500 },
  )
})
