import { directionOf } from '../../../fields/multilingual-text/language-tag.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import { Button, Pill, TextArea } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { Written } from '../../written/Written.tsx'
import type { TextToTranslate } from './texts-of.ts'
import styles from './Translations.module.css'

type Props = {
  readonly one: TextToTranslate
  readonly isStaff: boolean
  readonly language: string
  readonly value: string
  readonly onValue: (text: string) => void
}

/** One text: the original at the start, what one writes at the end. */
export const TranslationRow = ({ one, isStaff, language, value, onValue }: Props) => {
  const { t, format } = useWords()
  const { text } = one
  const name = useNameOf(one, isStaff)
  const isOriginal = text.source === language
  const original = readText(text, text.source)
  return (
    <li className={styles['row']}>
      <div className={styles['side']}>
        <h3 className={styles['name']}>{name}</h3>
        <p className={styles['about']}>{t('translating:original', { language: format.language(text.source) })}</p>
        <Written read={original} />
      </div>
      <div className={styles['side']}>
        {isOriginal ? (
          <p className={styles['about']}>{t('translating:is')}</p>
        ) : (
          <>
            <TextArea
              label={t('translating:translation', { field: name, language: format.language(language) })}
              lang={language}
              dir={directionOf(language)}
              rows={one.kind === 'title' ? 2 : 4}
              value={value}
              onValue={onValue}
            />
            <div className={styles['marks']}>
              {text.texts[language]?.outdated && <Pill tone="wait">{t('translating:outdated')}</Pill>}
              {value.trim() === '' && (
                <>
                  <span className={styles['about']}>
                    {t(text.texts[language] ? 'translating:stays' : 'translating:missing')}
                  </span>
                  <Button kind="text" icon="copy" onClick={() => onValue(original.text)}>
                    {t('translating:copy')}
                  </Button>
                </>
              )}
            </div>
          </>
        )}
      </div>
    </li>
  )
}

const useNameOf = ({ kind, author, round, label }: TextToTranslate, isStaff: boolean): string => {
  const { t } = useWords()
  const { read } = useSession()
  switch (kind) {
    case 'message':
      return t('translating:message', { name: author })
    case 'note':
      return t('translating:note', { name: author })
    case 'reason':
      return t('translating:reason', { name: author })
    case 'solution':
      return isStaff ? t('translating:solution', { round: round ?? 1 }) : t('translating:answer')
    case 'custom':
      return label ? read(label).text : ''
    case 'comment':
      return t('glossary:field.comment')
    default:
      return t(`glossary:field.${kind}`)
  }
}
