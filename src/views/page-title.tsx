// What the browser's tab says: the page, then whose desk it is.
import { useEffect } from 'react'

export const usePageTitle = (title: string | undefined, organisation: string): void => {
  useEffect(() => {
    document.title = title ? `${title} · ${organisation}` : organisation
  }, [title, organisation])
}
