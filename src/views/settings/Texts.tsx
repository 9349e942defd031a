import { TextArea, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { languages as known } from '../../words/languages.ts'
import { productLanguages } from '../preferences.tsx'
import styles from './Settings.module.css'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly texts: Readonly<Record<string, string>>
  readonly max: number
  readonly lines?: 'one' | 'many'
  readonly error?: string | undefined
  readonly placeholders?: Readonly<Record<string, string>> | undefined
  readonly onTexts: (texts: Record<string, string>) => void
}

/** One text in each of the product's languages, each in its own direction. */
export const Texts = ({ label, hint, texts, max, lines = 'one', error, placeholders, onTexts }: Props) => {
  const { t } = useWords()
  const Input = lines === 'one' ? TextField : TextArea
  return (
    <div className={styles['two']}>
      {productLanguages.map(({ code, ownName }, index) => (
        <Input
          key={code}
          label={t('settingsFields:inLanguage', { what: label, language: ownName })}
          {...(hint && index === 0 && { hint })}
          lang={code}
          dir={known[code].dir}
          maxLength={max}
          value={texts[code] ?? ''}
          placeholder={placeholders?.[code]}
          onValue={(text: string) => onTexts({ ...texts, [code]: text })}
          error={index === 0 ? error : undefined}
        />
      ))}
    </div>
  )
}
