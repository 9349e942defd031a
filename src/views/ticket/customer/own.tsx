import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useSession } from '../../session.tsx'

/** The reader asked for it themselves; otherwise they are a colleague of whoever did. */
export const useIsOwn = ({ customer }: Pick<PresentedTicket, 'customer'>): boolean => useSession().me.id === customer.id
