import { Button, Menu } from '../ui/index.ts'
import styles from './LanguageSwitch.module.css'

type Language = { readonly code: string; readonly ownName: string }
type Props = {
  readonly label: string
  readonly languages: readonly Language[]
  readonly current: string
  readonly onChange: (code: string) => void
}

/** Each language by its own name. Of two, the other one is a single word to press; of more, a menu. */
export const LanguageSwitch = ({ label, languages, current, onChange }: Props) => {
  const others = languages.filter(({ code }) => code !== current)
  const only = others.length === 1 ? others[0] : undefined
  if (others.length === 0) return null
  if (only) return <Other language={only} onChange={onChange} />
  return (
    <Menu
      label={label}
      align="end"
      anchor={(anchor) => (
        <Button kind="text" icon="globe" {...anchor}>
          <bdi lang={current}>{languages.find(({ code }) => code === current)?.ownName}</bdi>
        </Button>
      )}
      groups={[
        languages.map(({ code, ownName }) => ({
          key: code,
          label: <bdi lang={code}>{ownName}</bdi>,
          chosen: code === current,
          onSelect: () => onChange(code),
        })),
      ]}
    />
  )
}

const Other = ({ language, onChange }: { language: Language; onChange: (code: string) => void }) => (
  <button type="button" className={styles['other']} lang={language.code} onClick={() => onChange(language.code)}>
    <bdi>{language.ownName}</bdi>
  </button>
)
