import { Icon } from '../../web/ui/index.ts'
import styles from './SearchBox.module.css'

type Props = { readonly label: string; readonly value: string; readonly onValue: (value: string) => void }

/** Words to look for, above what they are looked for in. */
export const SearchBox = ({ label, value, onValue }: Props) => (
  <label className={styles['box']}>
    <Icon name="search" size={14} />
    <input
      type="search"
      dir="auto"
      data-search
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && (value ? onValue('') : event.currentTarget.blur())}
    />
  </label>
)
