// Every English word of the product, a namespace a file. English is the shape: it types every key and variable.
//
// Adding a namespace `queue` takes two files and two lines:
//   en/queue.ts   export const queue = { heading: 'Incoming requests', shown_one: '{{count, number}} ticket', … } as const
//   ar/queue.ts   export const queue: Translated<typeof en.queue> = { … }     (type import of ../key.ts and ../en/index.ts)
//   and in each language one import and one name in for-everyone.ts or, where few read it, for-staff.ts, for-account.ts or
//   for-administration.ts (start/page-with-words.ts names the part that a page needs).
//
// Variables: {{title}} takes a string, {{count, number}} a number written in the reader's digits. A text with a number and a
// noun has plural forms (_one, _other; Arabic all six) and is asked without the ending: t('queue:shown', { count: 3 }).
// words.test.ts reads this list and holds every language to it. What a customer reads follows docs/glossary.md.
import { account } from './account.ts'
import { interactions } from './interactions.ts'
import { forAccount } from './for-account.ts'
import { forAdministration } from './for-administration.ts'
import { forEveryone } from './for-everyone.ts'
import { forStaff } from './for-staff.ts'

export const en = {
  ...forEveryone,
  ...forStaff,
  ...forAccount,
  ...forAdministration,
  // mails and notices are put into words by the server
  account,
  interactions,
} as const
