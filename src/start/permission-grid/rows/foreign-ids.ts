import type { Character } from '../../../testing/cast.server.ts'
import type { Answer, TestWeb } from '../../../testing/web.server.ts'

export type Line = {
  who: Character
  /** The rest of the body or of the address. */
  path?: (at: At) => string
  body?: (at: At, id: string) => object
  id: (at: At) => string | number
  gets: number
  /** Of a list: nothing is in it. */
  empty?: true
  /** What is kept of it is the caller's own; of the foreign thing nothing shows. */
  keeps?: (answer: Answer, id: string) => boolean
}
export type At = {
  web: TestWeb
  /** Pierre's, at the Support Desk: Omar does not see it, nor does Salma. */
  pierres: number
  /** Salma's, with Omar of Documents. */
  salmas: number
  pierresFile: string
  marksNote: string
  billing: string
  tomsNotice: string
  closedOfPierre: number
}

const fileIn = (verb: string, who: Character, text: object): Line => ({
  who,
  path: ({ salmas }) => `/api/v1/tickets/${salmas}/${verb}`,
  body: (_at, id) => ({ ...text, files: [id] }),
  id: ({ pierresFile }) => pierresFile,
  gets: 422,
})
const asked = (who: Character, id: Line['id'], gets: number, body?: Line['body']): Line => ({
  who,
  id,
  gets,
  ...(body ? { body } : {}),
})
const none = (who: Character, id: Line['id']): Line => ({ who, id, gets: 200, empty: true })
const refused = (who: Character, id: Line['id']): Line => ({ who, id, gets: 403 })

const billing = ({ billing: group }: At) => group
const tom = ({ web }: At) => web.ids.tom
const salma = ({ web }: At) => web.ids.salma
const nothing = () => '01900000-0000-7000-8000-00000000dead'

export const lines: Record<string, Line[]> = {
  'POST /tickets files': [
    asked(
      'salma',
      ({ pierresFile }) => pierresFile,
      422,
      (_at, id) => ({ title: 'T', description: 'D', files: [id] }),
    ),
  ],
  // the customer is a person by id or address: who is none of the staff asks for themselves alone
  'POST /tickets customer': [
    asked(
      'salma',
      ({ web }) => web.ids.pierre,
      403,
      (_at, id) => ({ title: 'T', description: 'D', customer: id }),
    ),
  ],
  'POST /tickets/{number}/assign group': [asked('mariam', nothing, 422, (_at, id) => ({ group: id }))],
  'POST /tickets/{number}/assign member': [
    asked('mariam', tom, 422, ({ web }, id) => ({ group: web.groups.documents, member: id })),
  ],
  'POST /tickets/{number}/mark-duplicate original': [
    asked(
      'mariam',
      () => 88_888_888,
      422,
      (_at, id) => ({ original: Number(id) }),
    ),
    refused('omar', ({ pierres }) => pierres),
  ],
  'POST /tickets/{number}/propose-solution files': [fileIn('propose-solution', 'omar', { solution: 'So.' })],
  'POST /tickets/{number}/reply files': [
    fileIn('reply', 'omar', { text: 'So.' }),
    fileIn('reply', 'salma', { text: 'So.' }),
  ],
  'POST /tickets/{number}/note files': [fileIn('note', 'omar', { text: 'So.' })],
  'POST /tickets/{number}/edit-note message': [
    asked(
      'omar',
      ({ marksNote }) => marksNote,
      403,
      (_at, id) => ({ message: id, text: 'Other words.' }),
    ),
    asked(
      'jana',
      ({ marksNote }) => marksNote,
      403,
      (_at, id) => ({ message: id, text: 'Other words.' }),
    ),
  ],
  'PUT /tickets/{number}/drafts/{kind} files': [
    {
      who: 'omar',
      path: ({ salmas }) => `/api/v1/tickets/${salmas}/drafts/note`,
      body: (_at, id) => ({ text: '', files: [id] }),
      id: ({ pierresFile }) => pierresFile,
      gets: 200,
      keeps: ({ body }, id) => !JSON.stringify(body).includes(id),
    },
  ],
  'PUT /tickets/{number}/drafts/{kind} knows': [
    {
      who: 'omar',
      path: ({ salmas }) => `/api/v1/tickets/${salmas}/drafts/propose-solution`,
      body: (_at, id) => ({ text: '', knows: [id] }),
      id: nothing,
      gets: 200,
    },
  ],
  'POST /tickets/{number}/held/{kind} knows': [
    {
      who: 'tom',
      path: ({ salmas }) => `/api/v1/tickets/${salmas}/held/note`,
      body: (_at, id) => ({ text: 'So.', version: 2, knows: [id] }),
      id: nothing,
      gets: 404,
    },
  ],
  'POST /tickets/{number}/held/{kind} files': [
    { ...fileIn('held/note', 'omar', { text: 'So.', version: 2 }), gets: 422 },
  ],
  'GET /queries/incoming-requests group': [none('omar', billing), none('tom', ({ web }) => web.groups.documents)],
  'GET /queries/incoming-requests member': [none('tom', ({ web }) => web.ids.omar)],
  'GET /queries/closed-tickets group': [none('salma', ({ web }) => web.groups.supportDesk)],
  'GET /queries/closed-tickets member': [none('tom', ({ web }) => web.ids.omar)],
  'GET /queries/closed-tickets customer': [
    none('salma', ({ web }) => web.ids.pierre),
    none('tom', ({ web }) => web.ids.pierre),
  ],
  'GET /queries/closed-tickets organisation': [none('salma', nothing)],
  'GET /queries/closed-tickets number': [
    none('salma', ({ closedOfPierre }) => closedOfPierre),
    none('tom', ({ closedOfPierre }) => closedOfPierre),
  ],
  'GET /queries/closed-tickets/count number': [none('salma', ({ closedOfPierre }) => closedOfPierre)],
  'GET /queries/closed-tickets.csv number': [none('salma', ({ closedOfPierre }) => closedOfPierre)],
  'GET /queries/closed-tickets.xlsx number': [asked('salma', ({ closedOfPierre }) => closedOfPierre, 200)],
  'GET /queries/closed-tickets/count group': [none('salma', ({ web }) => web.groups.supportDesk)],
  'GET /queries/closed-tickets/count member': [none('tom', ({ web }) => web.ids.omar)],
  'GET /queries/closed-tickets/count customer': [none('salma', ({ web }) => web.ids.pierre)],
  'GET /queries/closed-tickets/count organisation': [none('salma', nothing)],
  'GET /queries/closed-tickets/customers id': [
    none('salma', ({ web }) => web.ids.pierre),
    none('tom', ({ web }) => web.ids.pierre),
  ],
  'GET /queries/closed-tickets/members id': [none('tom', ({ web }) => web.ids.omar)],
  'GET /queries/closed-tickets/organisations id': [none('salma', nothing), none('tom', nothing)],
  'GET /queries/closed-tickets.csv group': [none('salma', ({ web }) => web.groups.supportDesk)],
  'GET /queries/closed-tickets.csv member': [none('tom', ({ web }) => web.ids.omar)],
  'GET /queries/closed-tickets.csv customer': [none('salma', ({ web }) => web.ids.pierre)],
  'GET /queries/closed-tickets.csv organisation': [none('salma', nothing)],
  'GET /queries/closed-tickets.xlsx group': [asked('salma', ({ web }) => web.groups.supportDesk, 200)],
  'GET /queries/closed-tickets.xlsx member': [asked('tom', ({ web }) => web.ids.omar, 200)],
  'GET /queries/closed-tickets.xlsx customer': [asked('salma', ({ web }) => web.ids.pierre, 200)],
  'GET /queries/closed-tickets.xlsx organisation': [asked('salma', nothing, 200)],
  'POST /saved-queries group': [
    asked('omar', billing, 422, (_at, id) => ({ query: 'closed-tickets', name: 'Ours', filters: {}, group: id })),
  ],
  'PATCH /saved-queries/{id} group': [],
  'GET /statistics/closed-tickets-over-time group': [refused('salma', billing), refused('tom', billing)],
  'GET /statistics/closed-tickets-over-time/parts group': [refused('salma', billing), refused('tom', billing)],
  'GET /statistics/closed-tickets-over-time/times group': [refused('salma', billing), refused('tom', billing)],
  'GET /statistics/closed-tickets-over-time.csv group': [refused('salma', billing), refused('tom', billing)],
  'GET /statistics/closed-tickets-over-time.png group': [refused('salma', billing), refused('tom', billing)],
  'GET /users organisation': [none('mariam', nothing), refused('salma', nothing)],
  // the desk assigns to every group and so finds its people
  'GET /users group': [asked('mariam', billing, 200), refused('tom', billing), refused('salma', billing)],
  'POST /users organisation': [
    refused('mariam', nothing),
    asked('adam', nothing, 422, (_at, id) => ({ name: 'N', email: 'n@example.com', roles: [], organisation: id })),
  ],
  'POST /users groups': [
    refused('mariam', billing),
    asked('adam', nothing, 422, (_at, id) => ({ name: 'N', email: 'n@example.com', roles: [], groups: [id] })),
  ],
  'PATCH /users/{id} groups': [
    {
      who: 'mariam',
      path: ({ web }) => `/api/v1/users/${web.ids.pierre}`,
      body: (_at, id) => ({ groups: [id] }),
      id: billing,
      gets: 403,
    },
    {
      who: 'tom',
      path: ({ web }) => `/api/v1/users/${web.ids.tom}`,
      body: (_at, id) => ({ groups: [id] }),
      id: ({ web }) => web.groups.supportDesk,
      gets: 403,
    },
    {
      who: 'adam',
      path: ({ web }) => `/api/v1/users/${web.ids.pierre}`,
      body: (_at, id) => ({ groups: [id] }),
      id: nothing,
      gets: 422,
    },
  ],
  'GET /users.csv organisation': [refused('mariam', nothing)],
  'GET /users.csv group': [refused('tom', billing)],
  'PATCH /users/{id} organisation': [
    {
      who: 'mariam',
      path: ({ web }) => `/api/v1/users/${web.ids.pierre}`,
      body: (_at, id) => ({ organisation: id }),
      id: nothing,
      gets: 403,
    },
    {
      who: 'adam',
      path: ({ web }) => `/api/v1/users/${web.ids.pierre}`,
      body: (_at, id) => ({ organisation: id }),
      id: nothing,
      gets: 422,
    },
  ],
  'GET /users/{id}/leaving group': [
    { who: 'tom', path: ({ web }) => `/api/v1/users/${web.ids.jana}/leaving`, id: billing, gets: 403 },
  ],
  'POST /groups members': [
    asked('mariam', tom, 403, (_at, id) => ({ name: 'Mine', members: [id] })),
    asked('adam', nothing, 422, (_at, id) => ({ name: 'Mine', members: [id] })),
  ],
  'POST /groups lead': [asked('adam', tom, 422, (_at, id) => ({ name: 'Mine', members: [], lead: id }))],
  'PATCH /groups/{id} members': [
    {
      who: 'tom',
      path: ({ billing: group }) => `/api/v1/groups/${group}`,
      body: (_at, id) => ({ members: [id] }),
      id: salma,
      gets: 403,
    },
    {
      who: 'adam',
      path: ({ billing: group }) => `/api/v1/groups/${group}`,
      body: (_at, id) => ({ members: [id] }),
      id: nothing,
      gets: 422,
    },
  ],
  'PATCH /groups/{id} lead': [
    {
      who: 'adam',
      path: ({ billing: group }) => `/api/v1/groups/${group}`,
      body: (_at, id) => ({ lead: id }),
      id: salma,
      gets: 422,
    },
  ],
  'GET /users/{id}/permissions ticket': [
    {
      who: 'tom',
      path: ({ web }) => `/api/v1/users/${web.ids.omar}/permissions`,
      id: ({ salmas }) => salmas,
      gets: 403,
    },
  ],
  'POST /api-keys person': [
    asked(
      'omar',
      ({ web }) => web.ids.adam,
      403,
      (_at, id) => ({ name: 'Theirs', scopes: [], person: id }),
    ),
  ],
  'PATCH /settings workflow.reviewExempt': [
    asked('mariam', billing, 403, (_at, id) => ({ workflow: { reviewExempt: [id] } })),
    asked('adam', nothing, 422, (_at, id) => ({ workflow: { reviewExempt: [id] } })),
  ],
  'GET /audit actor': [refused('mariam', ({ web }) => web.ids.adam)],
  'GET /audit after': [refused('mariam', nothing)],
  'GET /audit.csv actor': [refused('mariam', ({ web }) => web.ids.adam)],
  'POST /notices/read upTo': [
    asked(
      'omar',
      ({ tomsNotice }) => tomsNotice,
      200,
      (_at, id) => ({ all: true, upTo: id }),
    ),
  ],
  'POST /notices/read ids': [
    asked(
      'omar',
      ({ tomsNotice }) => tomsNotice,
      200,
      (_at, id) => ({ ids: [id] }),
    ),
    asked(
      'adam',
      ({ tomsNotice }) => tomsNotice,
      200,
      (_at, id) => ({ ids: [id] }),
    ),
  ],
  'POST /interactions/{name}/preview ticket': [
    {
      who: 'omar',
      path: () => '/api/v1/interactions/tell-customer-of-reply/preview',
      body: (_at, id) => ({ language: 'en', ticket: Number(id) }),
      id: ({ pierres }) => pierres,
      gets: 403,
    },
  ],
  'POST /interactions/{name}/test ticket': [
    {
      who: 'omar',
      path: () => '/api/v1/interactions/tell-customer-of-reply/test',
      body: (_at, id) => ({ language: 'en', ticket: Number(id) }),
      id: ({ pierres }) => pierres,
      gets: 403,
    },
  ],
  'GET /mails recipient': [refused('mariam', ({ web }) => web.ids.salma)],
  'GET /mails ticket': [refused('salma', ({ salmas }) => salmas)],
  'POST /mailboxes group': [refused('mariam', billing)],
  'POST /mailboxes/try id': [refused('mariam', nothing)],
  'PATCH /mailboxes/{id} group': [
    {
      who: 'mariam',
      path: () => `/api/v1/mailboxes/${nothing()}`,
      body: (_at, id) => ({ group: id }),
      id: billing,
      gets: 403,
    },
  ],
  'GET /inbound-mails ticket': [refused('salma', ({ salmas }) => salmas)],
  'POST /inbound-mails/{id}/decide ticket': [
    {
      who: 'omar',
      path: () => `/api/v1/inbound-mails/${nothing()}/decide`,
      body: (_at, id) => ({ as: 'reply', ticket: Number(id) }),
      id: ({ pierres }) => pierres,
      gets: 403,
    },
  ],
  'POST /canned-answers group': [
    asked('omar', billing, 403, (_at, id) => ({ name: 'A', text: 'T', shared: 'group', group: id })),
    asked('mariam', billing, 422, (_at, id) => ({ name: 'A', text: 'T', shared: 'group', group: id })),
  ],
  'PATCH /canned-answers/{id} group': [
    {
      who: 'mariam',
      path: () => `/api/v1/canned-answers/${nothing()}`,
      body: (_at, id) => ({ shared: 'group', group: id }),
      id: billing,
      gets: 404,
    },
  ],
}
