import { shownNumber } from '../../../settings/shown-number.ts'
import { TextField } from '../../../web/ui/index.ts'
import { parseNumber } from '../../../words/digits.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import styles from '../Settings.module.css'
import type { PartProps } from './filled.ts'

export const NumbersPart = ({ filled, wrong, change }: PartProps) => {
  const { t } = useWords()
  const { numberPrefix, numberPadding } = filled
  const padding = Math.min(Math.max(Math.trunc(parseNumber(numberPadding) ?? 0), 0), 12)
  return (
    <>
      <div className={styles['two']}>
        <TextField
          label={t('settingsOrganisation:prefix')}
          hint={t('settingsOrganisation:prefixHint')}
          dir="ltr"
          maxLength={10}
          value={numberPrefix}
          onValue={(value) => change({ numberPrefix: value })}
          error={wrong['numberPrefix']}
        />
        <TextField
          label={t('settingsOrganisation:padding')}
          hint={t('settingsOrganisation:paddingHint')}
          inputMode="numeric"
          maxLength={2}
          value={numberPadding}
          onValue={(value) => change({ numberPadding: value })}
          error={wrong['numberPadding']}
        />
      </div>
      <p aria-live="polite">
        {t('settingsOrganisation:numberPreview', {
          number: shownNumber({ numberPrefix, numberPadding: padding }, 1042),
        })}{' '}
        <span className="dim">{t('settingsOrganisation:numberSearch', { bare: '1042' })}</span>
      </p>
    </>
  )
}
