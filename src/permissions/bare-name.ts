import { nameLine } from '../fields/one-line.ts'

/** What is compared of a role's name: capitals and spaces make no other name. */
export const bareName = (text: string): string => nameLine(text.normalize('NFKC')).toLowerCase()
