// The address as views read and change it. Nothing here knows the table of routes.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { pageAddress } from '../../web/page-address.ts'

type Query = Readonly<Record<string, string | number | undefined>>

export const useQueryOfAddress = (): Readonly<Record<string, unknown>> => useSearch({ strict: false })

export const useParamsOfAddress = (): Readonly<Record<string, unknown>> => useParams({ strict: false })

/** Goes somewhere; `replace` where going back should not stop here. */
export const useGo = () => {
  const navigate = useNavigate()
  return useCallback(
    (path: string, query: Query = {}, { replace = false }: { replace?: boolean } = {}) =>
      void navigate({ href: pageAddress(path, query), replace }),
    [navigate],
  )
}
