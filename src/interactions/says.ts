import type { Says } from '../entities/mail-tables.ts'
import type { Status } from '../entities/ticket/ticket.ts'
import type { Why } from './interaction.ts'
import { cut, type Raw, type Variables } from './raw.ts'

/** What a notice or a mail keeps of a telling: the words are chosen when its reader reads. */
export type Said = Says & {
  variables: Record<string, Raw | undefined>
  /** From which side the recipient is told: a customer's mail has the path and a greeting, a member of staff's the reason why. */
  side: 'staff' | 'customer'
  why: Why
  /** Where the ticket stood after what happened: the path in a customer's mail. */
  status: Status
  /** Which answer or which closing its buttons are about; absent where they are about the ticket as it stands. */
  about?: string
}

/** A notice is one line: it keeps no whole texts, and no names of files. */
export const shortened = (variables: Variables): Record<string, Raw> => {
  const short: Record<string, Raw> = {}
  for (const [name, raw] of Object.entries(variables))
    if (raw && !('leftOut' in raw) && !('files' in raw)) short[name] = 'text' in raw ? { text: cut(raw.text) } : raw
  return short
}
