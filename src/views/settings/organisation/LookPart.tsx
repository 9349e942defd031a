import { useRef, useState } from 'react'
import { builtInAccent, nearestReadable, weakPlaces } from '../../../settings/accent.ts'
import { Button, Field, TextField } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { Part } from '../Part.tsx'
import styles from '../Settings.module.css'
import { LookPreview } from './LookPreview.tsx'
import { isColour, leastContrastOf } from './colour.ts'
import type { PartProps } from './filled.ts'
import { smallPicture } from './small-picture.ts'

/** Logo and accent colour, with what they make of the pages beside them while one tries. */
export const LookPart = (props: PartProps) => {
  const { t } = useWords()
  const { filled } = props
  const accent = isColour(filled.accent) ? filled.accent.toLowerCase() : null
  return (
    <Part title={t('settingsOrganisation:look')}>
      <div className={styles['lookColumns']}>
        <div className={styles['stack']}>
          <Logo {...props} />
          <Accent {...props} />
        </div>
        <LookPreview
          organisation={filled.organisation}
          logo={filled.logo}
          accent={accent && weakPlaces(accent).length === 0 ? accent : null}
        />
      </div>
    </Part>
  )
}

const Logo = ({ filled, wrong, change }: PartProps) => {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [unreadable, setUnreadable] = useState(false)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const picture = await smallPicture(file)
    setUnreadable(picture === undefined)
    if (picture) change({ logo: picture })
  }
  return (
    <Field
      label={t('settingsOrganisation:logo')}
      hint={t('settingsOrganisation:logoHint')}
      error={unreadable ? t('settingsOrganisation:notAPicture') : wrong['logo']}
    >
      {(ids) => (
        <div className={styles['logo']}>
          <input
            {...ids}
            ref={input}
            className="sr-only"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            onChange={({ target }) => {
              void choose(target.files?.[0])
              target.value = ''
            }}
          />
          {filled.logo && <img src={filled.logo} alt="" />}
          <Button size="m" icon="upload" tabIndex={-1} aria-hidden onClick={() => input.current?.click()}>
            {t('settingsOrganisation:chooseLogo')}
          </Button>
          {filled.logo && (
            <Button size="m" kind="text" onClick={() => change({ logo: null })}>
              {t('settingsOrganisation:removeLogo')}
            </Button>
          )}
        </div>
      )}
    </Field>
  )
}

const Accent = ({ filled, wrong, change }: PartProps) => {
  const { t } = useWords()
  const { accent } = filled
  const known = isColour(accent) ? accent.toLowerCase() : undefined
  const weak = known !== undefined && weakPlaces(known).length > 0
  return (
    <div className={styles['stack']}>
      <TextField
        label={t('settingsOrganisation:accent')}
        hint={<AccentHint accent={known} />}
        dir="ltr"
        maxLength={7}
        placeholder={builtInAccent}
        value={accent}
        onValue={(value) => change({ accent: value })}
        error={weak ? <Weak accent={known} /> : wrong['accent']}
        end={
          <input
            type="color"
            className={styles['swatch']}
            aria-label={t('settingsOrganisation:accent')}
            value={known ?? builtInAccent}
            onChange={({ target }) => change({ accent: target.value })}
          />
        }
      />
      <div className={styles['saving']}>
        {weak && (
          <Button onClick={() => change({ accent: nearestReadable(known) })}>
            {t('settingsOrganisation:nearest')}
          </Button>
        )}
        {accent !== '' && (
          <Button kind="text" onClick={() => change({ accent: '' })}>
            {t('settingsOrganisation:ownAccent')}
          </Button>
        )}
      </div>
    </div>
  )
}

const AccentHint = ({ accent }: { readonly accent: string | undefined }) => {
  const { t, format } = useWords()
  const isGood = accent !== undefined && weakPlaces(accent).length === 0
  return (
    <>
      {t('settingsOrganisation:accentHint')}{' '}
      {isGood && t('settingsOrganisation:readable', { ratio: format.number(leastContrastOf(accent)) })}
    </>
  )
}

/** Said where it is worst; nothing while it can be read. */
const Weak = ({ accent }: { readonly accent: string }) => {
  const { t, format } = useWords()
  const [worst] = weakPlaces(accent).toSorted((one, other) => one.ratio - other.ratio)
  if (!worst) return null
  return t('settingsOrganisation:weak', {
    ground: t(`settingsOrganisation:ground.${worst.against}`),
    ratio: format.number(worst.ratio),
    least: format.number(4.5),
  })
}
