import { boolean, object, string } from '../json-schema.ts'

const version = object({ text: string, outdated: boolean, machine: boolean }, ['outdated', 'machine'])

/** The form in which a multilingual text is answered: what `presentText` makes. */
export const textAnswer = object({ source: string, texts: { type: 'object', additionalProperties: version } })
