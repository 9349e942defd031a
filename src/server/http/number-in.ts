import { refuse } from '../errors/refusal.ts'

/** The number in an address with `:number`. What is none names nothing: 404. */
export function numberIn({ number = '' }: Record<string, string>): number {
  return /^\d{1,15}$/.test(number) ? Number(number) : refuse('notFound')
}
