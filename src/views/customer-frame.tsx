import { useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CustomerShell, LanguageSwitch } from '../web/shell/index.ts'
import { Avatar, Menu } from '../web/ui/index.ts'
import type { MenuItem } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { accountMenu, useAccountItem } from './account-menu.tsx'
import { Notices } from './notices.tsx'
import { languagesOnOffer, usePreferences } from './preferences.tsx'
import styles from './customer-frame.module.css'
import { useSession } from './session.tsx'

export const CustomerFrame = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useWords()
  const { me, settings } = useSession()
  // who came by a link in a mail has this one request here, and no account to keep anything with
  const isVisitor = me.onlyTicket !== null
  const { language, chooseLanguage } = usePreferences()
  const pathname = useLocation({ select: (location) => location.pathname })
  return (
    <CustomerShell
      organisation={settings.organisation}
      home="/"
      skip={t('shell:skip')}
      width={pathname === '/new' ? 'wide' : 'column'}
      links={
        isVisitor
          ? []
          : [
              {
                key: 'requests',
                label: t('shell:nav.myRequests'),
                href: '/requests',
                current: pathname === '/requests',
              },
            ]
      }
      language={
        <LanguageSwitch
          label={t('shell:language')}
          languages={languagesOnOffer(settings.languages, language)}
          current={language}
          onChange={chooseLanguage}
        />
      }
      bell={!isVisitor && <Notices />}
      me={!isVisitor && <Account />}
    >
      {children}
    </CustomerShell>
  )
}

const Account = () => {
  const { t } = useWords()
  const { me } = useSession()
  const preferences = usePreferences()
  const account = useAccountItem()
  const navigate = useNavigate()
  const pages: MenuItem[] = [
    {
      key: 'requests',
      label: t('shell:nav.myRequests'),
      icon: 'list',
      onSelect: () => void navigate({ to: '/requests' }),
    },
    { key: 'new', label: t('shell:nav.newRequest'), icon: 'plus', onSelect: () => void navigate({ to: '/new' }) },
  ]
  return (
    <Menu
      label={t('shell:account')}
      align="end"
      groups={accountMenu(t, { ...preferences, account, languages: [], pages })}
      anchor={(anchor) => (
        <button type="button" {...anchor} aria-label={`${t('shell:account')}: ${me.name}`} className={styles['me']}>
          <Avatar name={me.name} size="m" />
        </button>
      )}
    />
  )
}
