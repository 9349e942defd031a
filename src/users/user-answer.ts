import { boolean, instant, named, nullable, object, string } from '../fields/json-schema.ts'

export const userAnswer = object({
  id: string,
  name: string,
  email: string,
  language: nullable('string'),
  timeZone: nullable('string'),
  active: boolean,
  createdAt: instant,
  roles: { type: 'array', items: string },
  groups: { type: 'array', items: named },
  organisation: { ...named, type: ['object', 'null'] },
  secondFactor: boolean,
  service: boolean,
  erasedAt: nullable('string', 'date-time'),
  /** Whether they have a way to sign in: a password, or another provider. */
  signsIn: boolean,
  /** Until when the link works that they were mailed and have not used; it may be over. */
  invitedUntil: nullable('string', 'date-time'),
})
