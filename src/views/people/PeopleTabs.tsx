import { useLocation } from '@tanstack/react-router'
import { SegmentedLinks } from '../../web/ui/index.ts'
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
  const places = partsFor(may).map(({ path, label }) => ({ href: path, label: t(label), current: path === current }))
  if (places.length === 0) return null
  return <SegmentedLinks className={styles['tabs']} label={t('people:parts')} places={places} />
}
