import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { StaffShell } from '../web/shell/index.ts'
import { undoKeys } from '../web/keys.ts'
import { toasts } from '../web/ui/index.ts'
import { useKeys } from '../web/use-keys.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { accountMenu, useAccountItem } from './account-menu.tsx'
import { countsQuery, mailsToLookAtQuery } from './counts-question.tsx'
import { useLiveStatus } from './live-status.tsx'
import { Notices } from './notices.tsx'
import { languagesOnOffer, usePreferences } from './preferences.tsx'
import { Palette } from './palette/Palette.tsx'
import { placesOf } from './palette/going.ts'
import { homeOf, queuesFor } from './queues-for.ts'
import { useSession } from './session.tsx'
import { useGo } from './staff/address.tsx'
import { useEmptyDesk } from './staff/empty-desk.tsx'
import { navOf } from './staff-nav.tsx'

/** Pages that bring sheets of their own, side by side. */
const bare = (pathname: string): boolean => pathname.startsWith('/incoming') || pathname === '/review'

export const StaffFrame = ({ children }: { readonly children: ReactNode }) => {
  const { t, format } = useWords()
  const { me, settings, may } = useSession()
  const preferences = usePreferences()
  const account = useAccountItem()
  const live = useLiveStatus()
  const here = useLocation({ select: ({ pathname, searchStr }) => `${pathname}${searchStr}` })
  const [finding, setFinding] = useState(false)
  const { data: counts } = useQuery({ ...countsQuery, enabled: queuesFor(may).length > 0 })
  const { data: mailsToLookAt = 0 } = useQuery({ ...mailsToLookAtQuery, enabled: may('ticket.assign') })
  const go = useGo()
  const nav = navOf({ t, format, may, counts, mailsToLookAt, here })
  const goings = placesOf(nav).flatMap(({ keys, href }) => (keys ? [[keys, () => go(href)]] : []))
  useKeys({ 'mod+k': () => setFinding(true), [undoKeys]: toasts.undoNewest, ...Object.fromEntries(goings) })
  return (
    <StaffShell
      words={{
        skip: t('shell:skip'),
        main: t('shell:mainNavigation'),
        openMenu: t('shell:openMenu'),
        closeMenu: t('shell:closeMenu'),
      }}
      organisation={settings.organisation}
      home={homeOf(may)}
      find={{ label: t('shell:find'), keys: 'mod+k', onFind: () => setFinding(true) }}
      nav={nav}
      bell={<Notices align="start" />}
      me={{
        name: me.name,
        label: t('shell:account'),
        menu: accountMenu(t, {
          ...preferences,
          account,
          languages: languagesOnOffer(settings.languages, preferences.language),
        }),
        live,
        liveLabel: t(`shell:live.${live}`),
      }}
      at={here}
      notice={useEmptyDesk()}
      bare={bare(here.split('?')[0] ?? '')}
    >
      {children}
      <Palette open={finding} onClose={() => setFinding(false)} nav={nav} />
    </StaffShell>
  )
}
