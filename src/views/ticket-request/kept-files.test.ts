import { expect, test } from 'vitest'
import { hour } from '../../fields/date-time/spans.ts'
import { Problem } from '../../web/problem.ts'
import { isAboutFiles, withFile, withoutComing, withoutForgotten, withoutRefused } from './kept-files.ts'

const file = (name: string, at?: number) => ({
  id: name,
  name,
  type: 'image/png',
  size: 1,
  ...(at !== undefined && { at }),
})
const refusal = (field: string, code = 'notInList') =>
  new Problem({ status: 422, code: 'invalidFields', title: '', errors: [{ field, code, message: '' }] })

test('a draft that is sent the day after says which of its files must be attached again', () => {
  const draft = { files: [file('old.png', 0), file('new.png', 20 * hour)] }
  expect(withoutForgotten(draft, 23 * hour)).toBeUndefined()
  const next = withoutForgotten(draft, 25 * hour)!
  expect(next).toEqual({ files: [file('new.png', 20 * hour)], gone: ['old.png'] })
  expect(withFile(next, file('old.png'), 26 * hour)).toEqual({
    files: [file('new.png', 20 * hour), file('old.png', 26 * hour)],
    gone: [],
  })
})

test('files that the server knows no more are named, and the request can be sent again; another refusal takes none', () => {
  const draft = { files: [file('gate.png'), file('gate.png'), file('list.pdf', 0)] }
  expect(withoutRefused(draft)).toEqual({ files: [], gone: ['gate.png', 'list.pdf'] })
  const refused = [refusal('files'), refusal('files.0'), refusal('title'), new TypeError('no network')]
  expect(refused.map(isAboutFiles)).toEqual([true, true, false, false])
})

test('a request with more files than one may have lost them all, as if they had been forgotten', () => {
  expect(isAboutFiles(refusal('files', 'tooLong'))).toBe(false)
})

test('a page that went before its files had arrived leaves their names, once each', () => {
  const left = { files: [file('one.txt', 0)], coming: ['two.txt', 'three.txt', 'two.txt'], gone: ['three.txt'] }
  const opened = withoutComing(left)
  expect(opened).toEqual({ files: [file('one.txt', 0)], gone: ['three.txt', 'two.txt'] })
  expect(withoutComing(opened)).toEqual(opened)
})
