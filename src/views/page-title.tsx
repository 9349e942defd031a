// What the browser's tab says: the page, then whose desk it is.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { organisationQuery, settingsQuery } from './session.tsx'

export const usePageTitle = (title: string | undefined, organisation: string): void => {
  useEffect(() => {
    document.title = title ? `${title} · ${organisation}` : organisation
  }, [title, organisation])
}

/** The same where nobody need be signed in: in place of a page that is not there, or failed. */
export const useTitleInPlace = (title: string): void => {
  const client = useQueryClient()
  const known = client.getQueryData(settingsQuery.queryKey) ?? client.getQueryData(organisationQuery.queryKey)
  usePageTitle(title, known?.organisation ?? 'Sanad')
}
