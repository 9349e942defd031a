import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { EmptyState, Link, Page } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { StillMay } from '../still-may.tsx'
import { sections, sectionsFor } from './sections.ts'
import styles from './SettingsShell.module.css'

/** What stands beside every page of the settings: where else one can go. On a narrow page it is a strip above. */
export const SettingsShell = () => {
  const { t } = useWords()
  const { may } = useSession()
  const here = useLocation({ select: ({ pathname }) => pathname })
  const offered = sectionsFor(may)
  const [wasOffered] = useState(offered.length > 0)
  const shown = sections.find(({ path }) => here === path || here.startsWith(`${path}/`))
  const current = shown?.path
  const strip = useInSight(current)
  const [first] = offered
  // whoever lost the right while they wrote keeps the page with what they wrote
  if (!first && !(wasOffered && shown))
    return (
      <Page title={t('settings:title')}>
        <EmptyState mood="nothing" title={t('settings:notYours')}>
          {t('settings:notYoursText')}
        </EmptyState>
      </Page>
    )
  if (first && (here === '/settings' || here === '/settings/')) return <Navigate to={first.path} replace />
  return (
    <div className={styles['shell']}>
      {first && (
        <nav className={styles['sections']} aria-label={t('settings:title')}>
          <p className={styles['heading']} aria-hidden>
            {t('settings:title')}
          </p>
          <ul ref={strip}>
            {offered.map(({ path, label }) => (
              <li key={path}>
                <Link href={path} aria-current={path === current ? 'page' : undefined}>
                  {t(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={styles['page']}>
        <StillMay key={current} needs={shown?.needs} className={styles['lost']}>
          <Outlet />
        </StillMay>
      </div>
    </div>
  )
}

/** In the strip of a narrow page the section that is shown may lie beyond the edge. */
const useInSight = (path: string | undefined) => {
  const strip = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const list = strip.current
    const link = list?.querySelector<HTMLElement>(`a[href="${path}"]`)
    if (!list || !link || list.scrollWidth <= list.clientWidth) return
    const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()]
    list.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
  }, [path])
  return strip
}
