// What stands round the pages of one's own account, for customers and staff alike.
import type { ReactNode } from 'react'
import { useLocation } from '@tanstack/react-router'
import { Link } from '../../web/ui/index.ts'
import { showCurrent } from '../../web/ui/SegmentedLinks.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import styles from './Account.module.css'

const pages = [
  { path: '/account', label: 'profile:me' },
  { path: '/account/security', label: 'profile:security' },
  { path: '/account/notifications', label: 'profile:tellings' },
  { path: '/account/keys', label: 'profile:keys', needs: 'apiKey.own' },
] as const

export const AccountPage = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useWords()
  const { me, settings, may } = useSession()
  const here = useLocation({ select: ({ pathname }) => pathname.replace(/(?<=.)\/$/u, '') })
  usePageTitle(t('profile:title'), settings.organisation)
  const offered = pages.filter((page) => !('needs' in page) || may(page.needs))
  return (
    <div className={styles['page']} data-staff={me.isStaff || undefined}>
      <div className={styles['column']}>
        <h1 className={styles['title']}>{t('profile:title')}</h1>
        <nav className={styles['tabs']} aria-label={t('profile:pages')}>
          <ul ref={showCurrent}>
            {offered.map(({ path, label }) => (
              <li key={path}>
                <Link href={path} aria-current={path === here ? 'page' : undefined}>
                  {t(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['body']}>{children}</div>
      </div>
    </div>
  )
}
