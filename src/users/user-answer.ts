const nullableText = { type: ['string', 'null'] }

export const groupName = {
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' } },
  required: ['id', 'name'],
  additionalProperties: false,
} as const

export const userAnswer = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    language: nullableText,
    timeZone: nullableText,
    active: { type: 'boolean' },
    createdAt: { type: 'string', format: 'date-time' },
    roles: { type: 'array', items: { type: 'string' } },
    groups: { type: 'array', items: groupName },
    organisation: { ...groupName, type: ['object', 'null'] },
    secondFactor: { type: 'boolean' },
    service: { type: 'boolean' },
    erasedAt: { type: ['string', 'null'], format: 'date-time' },
    /** Until when the link works that they were mailed and have not used; it may be over. */
    /** Whether they have a way to sign in: a password, or another provider. */
    signsIn: { type: 'boolean' },
    invitedUntil: { type: ['string', 'null'], format: 'date-time' },
  },
  required: [
    'id',
    'name',
    'email',
    'language',
    'timeZone',
    'active',
    'createdAt',
    'roles',
    'groups',
    'organisation',
    'secondFactor',
    'service',
    'erasedAt',
    'invitedUntil',
    'signsIn',
  ],
  additionalProperties: false,
} as const

export const pageAnswer = (item: object) => ({
  type: 'object',
  properties: { items: { type: 'array', items: item }, next: { type: ['string', 'null'] } },
  required: ['items', 'next'],
  additionalProperties: false,
})
