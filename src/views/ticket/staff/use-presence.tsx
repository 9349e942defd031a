// Says to the others that one is here, and knows who else is. Said again while the page is in sight; taken back when one goes.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Company } from '../../../conversation/presence/company.ts'
import { api } from '../../../web/api.ts'
import { newKey } from '../../../web/new-key.ts'

const sayAgainAfter = 20_000
/** Who stopped typing for this long is looking again. */
const stillWriting = 30_000

/** This window: one may have several. */
const page = newKey()

const addressOf = (number: number) => `/api/v1/tickets/${number}/presence`

const companyQuery = (number: number) =>
  queryOptions({
    queryKey: ['presence', number],
    queryFn: async ({ signal }) => (await api.get<{ items: Company[] }>(addressOf(number), { signal })).items,
    // whoever went without a word is forgotten by the server, which nobody hints at here
    refetchInterval: 60_000,
  })

export const usePresence = (number: number) => {
  const { data: others = [] } = useQuery(companyQuery(number))
  const [writing, setWriting] = useState(false)
  const stops = useRef<ReturnType<typeof setTimeout>>(undefined)
  const doing = writing ? 'writing' : 'looking'

  useEffect(() => {
    const say = () => {
      if (document.visibilityState === 'visible')
        void api.put(addressOf(number), { doing, page }).catch(() => undefined)
    }
    say()
    const again = setInterval(say, sayAgainAfter)
    document.addEventListener('visibilitychange', say)
    return () => {
      clearInterval(again)
      document.removeEventListener('visibilitychange', say)
    }
  }, [number, doing])
  useEffect(() => {
    const gone = { doing: 'gone', page }
    const leave = () => void api.put(addressOf(number), gone, { keepalive: true }).catch(() => undefined)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [number])
  useEffect(() => () => clearTimeout(stops.current), [])

  return {
    others,
    /** Called with each letter, wherever on the ticket it is written. */
    wrote: () => {
      setWriting(true)
      clearTimeout(stops.current)
      stops.current = setTimeout(() => setWriting(false), stillWriting)
    },
    /** It was sent: nobody is kept waiting for more. */
    stopped: () => {
      clearTimeout(stops.current)
      setWriting(false)
    },
  }
}
