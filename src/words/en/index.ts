// Every English word of the product, a namespace a file. English is the shape: it types every key and variable.
//
// Adding a namespace `queue` takes two files and two lines:
//   en/queue.ts   export const queue = { heading: 'Incoming requests', shown_one: '{{count, number}} ticket', … } as const
//   ar/queue.ts   export const queue: Translated<typeof en.queue> = { … }     (type import of ../key.ts and ../en/index.ts)
//   and in each language one import and one name in for-everyone.ts or, where only staff read it, for-staff.ts.
//
// Variables: {{title}} takes a string, {{count, number}} a number written in the reader's digits. A text with a number and a
// noun has plural forms (_one, _other; Arabic all six) and is asked without the ending: t('queue:shown', { count: 3 }).
// words.test.ts reads this list and holds every language to it. What a customer reads follows docs/glossary.md.
import { account } from './account.ts'
import { interactions } from './interactions.ts'
import { forEveryone } from './for-everyone.ts'
import { forStaff } from './for-staff.ts'

export const en = {
  ...forEveryone,
  ...forStaff,
  // mails and notices are put into words by the server
  account,
  interactions,
} as const
