import type { CSSProperties } from 'react'
import { tokensOf } from '../../../settings/look.ts'
import { LogoContext, Mark } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import styles from './LookPreview.module.css'

type Props = { readonly organisation: string; readonly logo: string | null; readonly accent: string | null }

/** What a page makes of logo and colour, in both schemes whatever the reader's own is. A picture: nothing in it can be used. */
export const LookPreview = ({ organisation, logo, accent }: Props) => {
  const { t } = useWords()
  const tokens = tokensOf({ accent }) as CSSProperties
  return (
    <figure className={styles['preview']}>
      <figcaption>{t('settingsOrganisation:preview')}</figcaption>
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} className={styles['sheet']} data-scheme={scheme} style={tokens}>
          <div className={styles['head']}>
            <LogoContext value={logo}>
              <Mark size={24} />
            </LogoContext>
            <bdi className="cut">{organisation}</bdi>
          </div>
          <div className={styles['row']}>
            <span className={styles['button']}>{t('settingsOrganisation:previewButton')}</span>
            <span className={styles['chosen']}>{t('settingsOrganisation:previewChosen')}</span>
            <span className={styles['link']}>{t('settingsOrganisation:previewLink')}</span>
          </div>
          <span className={styles['scheme']}>
            {scheme === 'light' ? t('settingsOrganisation:previewLight') : t('settingsOrganisation:previewDark')}
          </span>
        </div>
      ))}
    </figure>
  )
}
