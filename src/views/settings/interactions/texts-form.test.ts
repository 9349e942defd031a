import { expect, test } from 'vitest'
import { Problem } from '../../../web/problem.ts'
import { changedTexts, faultsIn, keysIn, typedOf, unsavedLanguages, wireOf } from './texts-form.ts'

const builtIn = { subject: 'We have {{number}}', body: ['Hello.', '{{title}}'], body_group: ['To the group.'] }

test('a body is parted by its empty lines, and comes back as it was', () => {
  expect(typedOf(builtIn)['body']).toBe('Hello.\n\n{{title}}')
  expect(wireOf('body', 'Hello.\n \n{{title}}\nand more\n\n\n')).toEqual(['Hello.', '{{title}}\nand more'])
  expect(wireOf('subject', ' One line ')).toBe('One line')
})

test('only what differs goes out; the built-in text, or none, takes one’s own away', () => {
  const template = { dir: 'ltr' as const, builtIn, own: { subject: 'Mine {{number}}' } }
  const typed = typedOf({ ...builtIn, ...template.own })
  expect(changedTexts(template, typed)).toEqual({})
  expect(changedTexts(template, { ...typed, subject: builtIn.subject, body: 'Hi.' })).toEqual({
    subject: null,
    body: ['Hi.'],
  })
  expect(changedTexts(template, { ...typed, subject: '' })).toEqual({ subject: null })
})

test('words of an automatic message were lost without a question when one looked at another language before leaving', () => {
  const templates = { en: { dir: 'ltr' as const, builtIn, own: {} }, ar: { dir: 'rtl' as const, builtIn, own: {} } }
  expect(unsavedLanguages(templates, {})).toEqual([])
  // written and taken back
  expect(unsavedLanguages(templates, { ar: { subject: builtIn.subject } })).toEqual([])
  expect(unsavedLanguages(templates, { en: { body: 'Hi.' }, ar: {} })).toEqual(['en'])
})

test('a case of a message has its own texts', () => {
  expect(keysIn(Object.keys(builtIn), 'group')).toEqual(['body_group'])
  expect(keysIn(Object.keys(builtIn), undefined)).toEqual(['subject', 'body'])
})

test('a refusal says in which text and in which paragraph', () => {
  const problem = new Problem({
    status: 422,
    code: 'invalidFields',
    title: '',
    errors: [
      { field: 'templates.ar.body.1', code: 'unknownVariable', message: 'There is no {{x}}.' },
      { field: 'templates.en.subject', code: 'required', message: 'Please fill this in.' },
    ],
  })
  expect(faultsIn(problem, 'ar')).toEqual({ body: { paragraph: 2, message: 'There is no {{x}}.' } })
  expect(faultsIn(problem, 'en')['subject']?.paragraph).toBeUndefined()
})
