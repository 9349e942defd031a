import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkImportRules } from './import-rules.ts'
import { importRules } from './imports/rules.ts'

const trees: string[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true })
})

/** Lays out files by name and says what the rules find in them. */
function offencesIn(files: Record<string, string>) {
  const tree = mkdtempSync(join(tmpdir(), 'sanad-import-rules-'))
  trees.push(tree)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true })
    writeFileSync(join(tree, name), text)
  }
  return checkImportRules(tree).offences
}

const nothing = 'export const nothing = 0\n'

test('a tree in which every module keeps to the rules has no offence', () => {
  const offences = offencesIn({
    'entities/ticket/ticket.ts': `import { scale } from '../../fields/scale/scale.ts'\nexport const ticket = scale`,
    'entities/ticket/ticket.write.server.ts': `import { db } from '../../server/db/db.server.ts'\ndb.insertInto('ticket')`,
    'fields/scale/scale.ts': 'export const scale = 5',
    'server/db/db.server.ts': `import pg from 'pg'\nimport fs from 'node:fs'\nexport const db = pg ?? fs`,
    'start/server.ts': `import '../workflow/submit-ticket.server.ts'\nimport '../views/ticket/Ticket.tsx'`,
    'views/ticket/Ticket.tsx': `import type { Request } from '../../workflow/submit-ticket.ts'`,
    'workflow/submit-ticket.server.ts': `import '../entities/ticket/ticket.write.server.ts'`,
    'workflow/submit-ticket.test.ts': `import '../start/server.ts'\nimport '../testing/desk.ts'`,
    'workflow/submit-ticket.ts': 'export type Request = { title: string }',
    'testing/desk.ts': `import 'smtp-server'\nimport '../start/server.ts'`,
  })
  expect(offences).toEqual([])
})

test('reading no module fails', () => {
  expect(offencesIn({ 'readme.md': 'nothing here' })).toEqual([expect.stringContaining('no module was read')])
})

/** For each row of the table: a module that offends, what it names, and the words the offence must show. */
const offenders: [rule: string, from: string, to: string][] = [
  ['pure stays pure', 'workflow/take.ts', 'workflow/take.server.ts'],
  ['pure stays pure', 'workflow/take.ts', 'workflow/Take.tsx'],
  ['pure stays pure', 'words/speak.ts', 'server/log.ts'],
  ['pure stays pure', 'groups/group.ts', 'web/api.ts'],
  ['the two sides', 'views/ticket/Ticket.tsx', 'workflow/take.server.ts'],
  ['the two sides', 'web/live.ts', 'server/log.ts'],
  ['the two sides', 'workflow/take.server.ts', 'workflow/Take.tsx'],
  ['the two sides', 'server/log.ts', 'web/api.ts'],
  ['fields know no desk', 'fields/scale/scale.ts', 'entities/ticket/ticket.ts'],
  ['fields know no desk', 'fields/scale/ScaleInput.tsx', 'web/shell/Shell.tsx'],
  ['fields know no desk', 'fields/scale/scale.server.ts', 'server/http/reply.ts'],
  ['entities know fields only', 'entities/ticket/ticket.ts', 'workflow/transitions.ts'],
  ['events know entities and fields only', 'events/happened.ts', 'workflow/transitions.ts'],
  ['siblings are strangers', 'interactions/one/one.ts', 'interactions/two/two.ts'],
  ['siblings are strangers', 'queries/one/one.server.ts', 'queries/two/two.server.ts'],
  ['siblings are strangers', 'statistics/one/one.ts', 'statistics/two/two.ts'],
  ['siblings are strangers', 'reports/one/one.ts', 'reports/two/two.ts'],
  ['siblings are strangers', 'channels/email/email.ts', 'channels/in-app/in-app.ts'],
  ['a heading writes its own', 'users/user.server.ts', 'entities/ticket/ticket.write.server.ts'],
  ['asking changes nothing', 'queries/mine/mine.server.ts', 'workflow/take.server.ts'],
  ['asking changes nothing', 'statistics/closed/closed.server.ts', 'channels/email/send.server.ts'],
  ['asking changes nothing', 'reports/monthly/figures.server.ts', 'events/record.server.ts'],
  ['asking changes nothing', 'queries/mine/mine.ts', 'interactions/one/one.ts'],
  ['telling changes nothing', 'interactions/one/one.server.ts', 'workflow/take.server.ts'],
  ['telling changes nothing', 'interactions/one/one.server.ts', 'events/record.server.ts'],
  ['channels and machines know no desk', 'channels/email/email.ts', 'conversation/reply.ts'],
  ['channels and machines know no desk', 'server/http/serve.server.ts', 'permissions/may.ts'],
  ['channels and machines know no desk', 'web/api.ts', 'workflow/take.ts'],
  ['roots are leaves', 'workflow/take.server.ts', 'start/server.ts'],
  ['pages are leaves', 'groups/GroupPicker.tsx', 'views/people/People.tsx'],
  ['testing is for tests', 'users/user.server.ts', 'testing/cast.ts'],
  ['testing is for tests', 'users/user.server.ts', 'users/erase/testing/personal.ts'],
]

test.each(offenders)('%s: %s may not import %s, by value or by type', (rule, from, to) => {
  const named = `${'../'.repeat(from.split('/').length - 1)}${to}`
  const shown = expect.stringMatching(new RegExp(`^${rule}: ${from} → ${to} `))
  expect(offencesIn({ [from]: `import '${named}'`, [to]: nothing })).toContainEqual(shown)
  expect(offencesIn({ [from]: `import type { A } from '${named}'`, [to]: nothing })).toContainEqual(shown)
  expect(offencesIn({ [from]: `export * from '${named}'`, [to]: nothing })).toContainEqual(shown)
  expect(offencesIn({ [from]: `export const load = () => import('${named}')`, [to]: nothing })).toContainEqual(shown)
})

test.each([
  ['drivers at the edge', 'conversation/reply.server.ts', 'mailparser'],
  ['drivers at the edge', 'channels/in-app/bell.server.ts', 'nodemailer'],
  ['drivers at the edge', 'users/user.server.ts', 'pg'],
  ['drivers at the edge', 'queries/mine/mine.server.ts', '@fastify/static'],
  ['pure stays pure', 'workflow/take.ts', 'node:fs/promises'],
  ['pure stays pure', 'workflow/take.ts', 'fs'],
  ['the two sides', 'views/ticket/Ticket.tsx', 'node:crypto'],
])('%s: %s may not import %s', (rule, from, to) => {
  expect(offencesIn({ [from]: `import '${to}'` })).toEqual([expect.stringMatching(new RegExp(`^${rule}: ${from}`))])
})

test('every row of the table has an example that breaks it', () => {
  const shown = new Set([...offenders.map(([rule]) => rule), 'drivers at the edge'])
  expect(importRules.map((rule) => rule.name).filter((name) => !shown.has(name))).toEqual([])
})

test('an offence through others is told once, with the way that leads there', () => {
  const offences = offencesIn({
    'views/ticket/Ticket.tsx': `import './ticket-page.ts'`,
    'views/ticket/ticket-page.ts': `import '../../channels/notice.ts'`,
    'channels/notice.ts': `import '../server/log.ts'`,
    'server/log.ts': nothing,
  })
  expect(offences).toContainEqual(
    expect.stringMatching(
      /^the two sides: views\/ticket\/Ticket.tsx → views\/ticket\/ticket-page.ts → channels\/notice.ts → server\/log.ts/,
    ),
  )
  expect(offences.filter((offence) => offence.startsWith('the two sides'))).toHaveLength(1)
})

test('a type taken from elsewhere loads nothing, so it leads no further', () => {
  const files = { 'channels/notice.ts': nothing, 'server/log.ts': nothing }
  const through = (kind: string) => ({
    ...files,
    'views/ticket/Ticket.tsx': `import ${kind} { A } from '../../channels/notice.ts'`,
    'channels/notice.ts': `import '../server/log.ts'`,
  })
  expect(offencesIn(through('type'))).toEqual([])
  expect(offencesIn(through(''))).toHaveLength(1)
})

test('modules that load each other are told as the round they make; types in a round are no harm', () => {
  const round = (kind: string) => ({
    'workflow/a.ts': `import '../groups/b.ts'`,
    'groups/b.ts': `import '../users/c.ts'`,
    'users/c.ts': `import ${kind} { A } from '../workflow/a.ts'`,
  })
  expect(offencesIn(round(''))).toEqual(['no cycles: groups/b.ts → users/c.ts → workflow/a.ts → groups/b.ts'])
  expect(offencesIn(round('type'))).toEqual([])
})

test('rows are changed only in write files, by the query builder or in SQL', () => {
  const offences = offencesIn({
    'groups/group.server.ts': 'export const add = (db) => db\n  .insertInto("desk_group")',
    'groups/group.write.server.ts': 'export const add = (db) => db.insertInto("desk_group")',
    'users/user.server.ts': 'export const stop = sql`\n  update person set active = false`',
    'users/words.ts': 'export const say = `please update your settings`',
  })
  expect(offences).toEqual([
    expect.stringContaining('groups/group.server.ts:1 insertInto'),
    expect.stringContaining('users/user.server.ts:1 update person set'),
  ])
})

test('what a report makes and stores is a verb, and may record', () => {
  const record = `import '../../events/record.server.ts'`
  const files = { 'events/record.server.ts': nothing, 'reports/monthly/store-report.server.ts': record }
  expect(offencesIn(files)).toEqual([])
})

test('nothing gets past the rules by a missing file, a computed name or an unknown folder', () => {
  const offences = offencesIn({
    'views/ticket/Ticket.tsx': `import './gone.ts'\nimport './ticket.css'`,
    'views/ticket/ticket.css': '',
    'web/pages.ts': `export const load = (name) => import(name)\nexport const all = import.meta.glob('../views/*')`,
    'misc/thing.ts': nothing,
  })
  expect(offences).toEqual([
    'views/ticket/Ticket.tsx imports ./gone.ts, which is not there',
    expect.stringContaining('web/pages.ts imports a name it computes'),
    expect.stringContaining('web/pages.ts imports by import.meta.glob'),
    expect.stringContaining('misc/ is unknown'),
  ])
})
