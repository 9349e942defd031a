import { describeField } from '../../testing/field-suite.server.ts'
import { emailAddress, nameText, shortText } from './short-text.ts'

const flags = '🇵🇸'.repeat(4)
const shape = { matches: /^[a-z]+$/, otherwise: 'notAnAddress' }

describeField('short text', shortText({ required: true, max: 8, min: 2 }), {
  column: 'text',
  right: [
    ['سند', 'سند'],
    ['  Sanad  ', 'Sanad'],
    ['San\u202ead\u200b', 'Sanad'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    // eight characters, sixteen units
    [flags, flags],
    ['𠜎'.repeat(8), '𠜎'.repeat(8)],
  ],
  wrong: [
    ['x'.repeat(9), 'tooLong'],
    ['𠜎'.repeat(9), 'tooLong'],
    ['x', 'tooShort'],
    ['', 'required'],
    ['   ', 'required'],
    ['\u200b\u202e\u3164', 'required'],
    ['a\0b', 'notText'],
    ['a\ud800b', 'notText'],
    [7, 'wrongType'],
    [['ab'], 'wrongType'],
    [null, 'required'],
  ],
  // spaces around are taken off first; what is no text at all is told by no schema
  beyondSchema: ['  Sanad  ', '   ', '\u200b\u202e\u3164', 'a\0b', 'a\ud800b'],
})

describeField('short text of a shape', shortText({ required: true, max: 20, shape }), {
  column: 'text',
  right: [['sanad', 'sanad']],
  wrong: [
    ['Sanad', 'notAnAddress'],
    ['sa nad', 'notAnAddress'],
  ],
})

describeField('name', nameText({ required: true, max: 12 }), {
  column: 'text',
  right: [
    ['Support Desk', 'Support Desk'],
    ['  Support \t  Desk ', 'Support Desk'],
    ['Support\u00a0\u2009Desk', 'Support Desk'],
    ['مكتب\u3000 الدعم', 'مكتب الدعم'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
  ],
  wrong: [
    ['Support Desks', 'tooLong'],
    [' \u00a0\u200b ', 'required'],
    ['a\0b', 'notText'],
    [7, 'wrongType'],
    [null, 'required'],
  ],
  beyondSchema: ['  Support \t  Desk ', ' \u00a0\u200b ', 'a\0b', 'Support\u00a0\u2009Desk', 'مكتب\u3000 الدعم'],
})

describeField('e-mail address', emailAddress({ required: true }), {
  column: 'text',
  right: [
    ['salma@example.com', 'salma@example.com'],
    ['\u202asalma@example.com\u202c', 'salma@example.com'],
    [' Salma.Idris+desk@Example.COM ', 'salma.idris+desk@example.com'],
    ['o’neil@example.co.uk', 'o’neil@example.co.uk'],
    ['salma@مثال.إختبار', 'salma@مثال.إختبار'],
  ],
  wrong: [
    ['salma', 'notAnAddress'],
    ['salma@', 'notAnAddress'],
    ['salma@localhost', 'notAnAddress'],
    ['"salma@evil.example"@example.com', 'notAnAddress'],
    ['salma@example.com, pierre@example.com', 'notAnAddress'],
    ['Salma <salma@example.com>', 'notAnAddress'],
    ['salma@example.com\nbcc: pierre@example.com', 'notAnAddress'],
    ['salma(desk)@example.com', 'notAnAddress'],
    [`${'x'.repeat(250)}@example.com`, 'tooLong'],
    ['', 'required'],
  ],
  // the schema's `email` knows no letters beyond ASCII, and takes host names without a dot
  beyondSchema: [
    ' Salma.Idris+desk@Example.COM ',
    '\u202asalma@example.com\u202c',
    'o’neil@example.co.uk',
    'salma@مثال.إختبار',
    'salma@localhost',
    '"salma@evil.example"@example.com',
  ],
})
