import type { ImportRule } from './offences.ts'

export const headings = [
  'entities',
  'fields',
  'workflow',
  'conversation',
  'events',
  'interactions',
  'queries',
  'statistics',
  'reports',
  'views',
  'users',
  'permissions',
  'groups',
  'settings',
  'audit',
  'help',
  'security',
  'api-keys',
]
/** Folders of `src/` that are no headings. */
export const others = ['channels', 'words', 'server', 'web', 'start', 'testing']

export const insideOf = (folders: readonly string[]) => folders.map((folder) => `${folder}/**`)
const headingsBut = (...kept: string[]) => insideOf(headings.filter((heading) => !kept.includes(heading)))

/** Files that act although their heading asks: they make, store or send what was asked. Verbs are named by verbs. */
const verbsOfAsking = ['**/{make,store,save,send,rename,remove,share}-*', '**/*.write.server.ts']

/** Who may know whom, and why: what keeps each heading a folder that can be read, and taken out, by itself. */
export const importRules: readonly ImportRule[] = [
  {
    name: 'pure stays pure',
    why: 'it runs on either side, so it touches neither',
    from: insideOf([...headings, 'words']).map((pattern) => `${pattern}/*.ts`),
    // what a page keeps beside itself runs in the browser alone
    notFrom: ['**/*.server.ts', 'views/**'],
    mustNotReach: ['**/*.server.ts', '**/*.tsx', 'server/**', 'web/**', 'start/**', 'node:*', 'node:*/**'],
  },
  {
    name: 'the two sides',
    why: 'what is seen runs in a browser',
    from: ['**/*.tsx', 'web/**'],
    mustNotReach: ['**/*.server.ts', 'server/**', 'node:*', 'node:*/**'],
  },
  {
    name: 'the two sides',
    why: 'what serves draws nothing',
    from: ['**/*.server.ts', 'server/**'],
    mustNotReach: ['**/*.tsx', 'web/**'],
  },
  {
    name: 'fields know no desk',
    why: 'a type of field serves any thing that has fields',
    from: ['fields/**'],
    mustNotReach: headingsBut('fields'),
  },
  {
    name: 'fields know no desk',
    why: 'of the machinery, fields use web/ui and server/db alone',
    from: ['fields/**'],
    mustNotReach: ['web/**', 'server/**', 'channels/**'],
    mayReach: ['web/ui/**', 'server/db/**'],
    onlyDirectly: true,
  },
  {
    name: 'entities know fields only',
    why: 'what the desk stores does not know what is done with it',
    from: ['entities/**'],
    mustNotReach: headingsBut('entities', 'fields'),
  },
  {
    name: 'events know entities and fields only',
    why: 'what happened does not know who hears it',
    from: ['events/**'],
    mustNotReach: headingsBut('events', 'entities', 'fields'),
  },
  {
    name: 'siblings are strangers',
    why: 'one can be removed without touching another',
    from: ['{interactions,queries,statistics,reports,channels}/**'],
    mustNotReach: ['{interactions,queries,statistics,reports,channels}/**'],
    betweenSiblings: true,
  },
  {
    name: 'a heading writes its own',
    why: 'a ticket changes only by a verb of the workflow or the conversation',
    from: ['**'],
    notFrom: insideOf(['entities', 'workflow', 'conversation']),
    mustNotReach: ['entities/**/*.write.server.ts'],
    onlyDirectly: true,
  },
  {
    name: 'asking changes nothing',
    why: 'a question leaves no trace',
    // The workflow's pure tables are data, which a question may read; its verbs are not.
    from: insideOf(['queries', 'statistics', 'reports']),
    notFrom: verbsOfAsking,
    mustNotReach: ['workflow/**/*.server.ts', 'workflow/**/*.tsx', 'interactions/**', 'channels/**', 'events/record*'],
  },
  {
    name: 'telling changes nothing',
    why: 'whoever tells of a change does not make the next one',
    from: ['interactions/**'],
    mustNotReach: ['workflow/**/*.server.ts', 'events/record*'],
  },
  {
    name: 'channels and machines know no desk',
    // A type of field knows no desk itself: the server reads forms with it, the pages draw with it.
    why: 'they carry and serve whatever they are handed',
    from: insideOf(['channels', 'server', 'web']),
    mustNotReach: headingsBut('fields'),
  },
  {
    name: 'drivers at the edge',
    why: 'mail is spoken only in channels/email',
    from: ['**'],
    notFrom: ['channels/email/**'],
    mustNotReach: ['npm:{nodemailer,imapflow,mailparser,smtp-server}'],
    onlyDirectly: true,
  },
  {
    name: 'drivers at the edge',
    why: 'the database driver, the queue and the web framework are spoken only in server',
    from: ['**'],
    notFrom: ['server/**'],
    mustNotReach: ['npm:{pg,pg-boss,fastify}', 'npm:@fastify/*'],
    onlyDirectly: true,
  },
  {
    name: 'roots are leaves',
    why: 'only the roots know everyone, so nobody knows them',
    from: ['**'],
    mustNotReach: ['start/**'],
  },
  {
    name: 'pages are leaves',
    why: 'a page can be rebuilt without asking anyone',
    from: ['**'],
    notFrom: ['views/**'],
    mustNotReach: ['views/**'],
  },
  {
    name: 'testing is for tests',
    why: 'the desk in a box, and what the tests of a folder share, is not part of the product',
    from: ['**'],
    mustNotReach: ['**/testing/**'],
  },
]
