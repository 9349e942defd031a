// Whether what is shown follows what happens.
import { createContext, use, useSyncExternalStore } from 'react'
import type { Live, LiveStatus } from '../web/live.ts'

type Status = Live['status']
const idle: Status = { subscribe: () => () => undefined, get: () => 'connecting' }

export const LiveStatusContext = createContext<Status>(idle)

export const useLiveStatus = (): LiveStatus => {
  const { subscribe, get } = use(LiveStatusContext)
  return useSyncExternalStore(subscribe, get)
}
