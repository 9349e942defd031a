import { expect, test } from 'vitest'
import { foundIn } from './pick.ts'

const sections = [
  {
    key: 'documents',
    label: 'Documents',
    options: [
      { key: 'omar', label: 'Omar Siddiqui' },
      { key: 'zoe', label: 'Zoë Müller', also: 'zoe@marsa.example' },
    ],
  },
  { key: 'billing', label: 'الفواتير', options: [{ key: 'amal', label: 'أمل راشد' }] },
]
const withTicket = { key: 'do', label: 'With T-1001', heading: true, options: [{ key: 'assign', label: 'Assign' }] }
const found = (words: string) => foundIn(sections, words).flatMap(({ options }) => options.map(({ key }) => key))

test('nothing typed shows all', () => expect(found('')).toEqual(['omar', 'zoe', 'amal']))
test('the start of any word fits, whatever the case and the accents', () => expect(found('mul')).toEqual(['zoe']))
test('the middle of a word does not fit', () => expect(found('ddiqui')).toEqual([]))
test('each word must fit, the name of the section too', () => expect(found('docu omar')).toEqual(['omar']))
test('a choice is found by what stands behind its name', () => expect(found('marsa')).toEqual(['zoe']))
test('Arabic is found without its hamza and vowels', () => expect(found('امل')).toEqual(['amal']))
test('the number of the open ticket does not find what can be done with it', () =>
  expect([foundIn([withTicket], 'T-1001'), foundIn([withTicket], 'assi')]).toEqual([[], [withTicket]]))
