import { useLocation } from '@tanstack/react-router'
import { Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { partsFor } from './parts.ts'
import styles from './PeopleTabs.module.css'

/** Where one can go within People, beside its title. */
export const PeopleTabs = () => {
  const { t } = useWords()
  const { may } = useSession()
  const here = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') })
  const current = here.startsWith('/people/import') ? '/people' : here
  return (
    <nav ref={showCurrent} className={styles['tabs']} aria-label={t('people:parts')}>
      {partsFor(may).map(({ path, label }) => (
        <Link key={path} href={path} aria-current={path === current ? 'page' : undefined}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}

/** On a narrow page the part that is shown may lie beyond the edge of the strip. */
const showCurrent = (strip: HTMLElement | null): void =>
  strip?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
