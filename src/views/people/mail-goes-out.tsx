import { useQuery } from '@tanstack/react-query'
import { useSession } from '../session.tsx'
import { mailServerQuery } from '../settings/mail-server-question.tsx'

/** False where it is known that no mail leaves the house; who may not know of the mail server is not told of it. */
export function useMailGoesOut(): boolean {
  const { may } = useSession()
  const { data } = useQuery({ ...mailServerQuery, enabled: may('settings.manage') })
  return data?.source !== 'none'
}
