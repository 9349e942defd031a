// Original and translation side by side, for all texts of a ticket at once: the original at the start, what one writes at the end.
import { useState } from 'react'
import { directionOf } from '../../../fields/multilingual-text/language-tag.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import type { PresentedMessage, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Banner, Button, Dialog, Pill, Select, TextArea, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import { Written } from '../../written/Written.tsx'
import { useVerb } from '../use-verb.tsx'
import { lacks, nextMissing, textsOf } from './texts-of.ts'
import type { TextToTranslate } from './texts-of.ts'
import styles from './Translations.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly messages: readonly PresentedMessage[]
  readonly open: boolean
  readonly onClose: () => void
}

/** Languages that customers are known to write in, after those of the organisation. */
const others = ['ar', 'en', 'fr', 'de', 'es', 'zh', 'tr', 'ru', 'it', 'pt', 'nl', 'fa', 'ur'] as const

export const Translations = ({ open, onClose, ...shown }: Props) => {
  const { t } = useWords()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      place="end"
      wide
      title={t('translating:title')}
      closeLabel={t('translating:close')}
    >
      {open && <Body {...shown} />}
    </Dialog>
  )
}

type Changed = Readonly<Record<string, string>>

const Body = ({ ticket, messages }: Omit<Props, 'open' | 'onClose'>) => {
  const { t, format } = useWords()
  const { me, settings } = useSession()
  const verb = useVerb(ticket.number)
  const texts = textsOf(ticket, messages, me.id)
  const offered = [...new Set([...(settings.languages ?? []), ...texts.flatMap(({ text }) => Object.keys(text.texts))])]
  const languages = [...new Set([...offered, ...others])].filter((language) => language !== 'und')
  const [language, setLanguage] = useState(
    () => offered.find((one) => texts.some(({ text }) => lacks(text, one))) ?? languages[0] ?? 'en',
  )
  const [changed, setChanged] = useState<Changed>({})
  const [problem, setProblem] = useState<string>()
  const keyOf = (field: string, into = language) => `${into} ${field}`
  // what was typed for another language is saved with it: turning to the next one loses nothing
  const waiting = languages.flatMap((into) =>
    texts.flatMap(({ field, text }) => {
      const typed = changed[keyOf(field, into)]?.trim()
      return typed && typed !== text.texts[into]?.text ? [{ field, into, typed }] : []
    }),
  )
  const next = nextMissing(texts, offered, language)
  const save = async () => {
    setProblem(undefined)
    try {
      for (const { field, into, typed } of waiting) {
        await verb.mutateAsync({ verb: 'translate', body: { field, language: into, text: typed } })
        setChanged(({ [keyOf(field, into)]: _saved, ...rest }) => rest)
      }
      toasts.show({ text: t('translating:saved') })
    } catch (failure) {
      setProblem(sentenceFor(failure, t))
    }
  }
  if (texts.length === 0) return <p>{t('translating:nothing')}</p>
  return (
    <div className={styles['all']}>
      <p>{t('translating:lead')}</p>
      <div className={styles['language']}>
        <Select
          label={t('translating:into')}
          value={language}
          onValue={setLanguage}
          options={languages.map((value) => ({ value, label: format.language(value) }))}
        />
        {next && <Button onClick={() => setLanguage(next)}>{t('translating:nextMissing')}</Button>}
      </div>
      <ul className={styles['rows']}>
        {texts.map((one) => (
          <Row
            key={keyOf(one.field)}
            one={one}
            isStaff={ticket.side === 'staff'}
            language={language}
            value={changed[keyOf(one.field)] ?? one.text.texts[language]?.text ?? ''}
            onValue={(text) => setChanged((now) => ({ ...now, [keyOf(one.field)]: text }))}
          />
        ))}
      </ul>
      {problem && (
        <Banner tone="danger" live>
          {problem}
        </Banner>
      )}
      <div className={styles['foot']}>
        <Button
          kind="primary"
          size="m"
          busy={verb.isPending}
          disabled={waiting.length === 0}
          onClick={() => void save()}
        >
          {t('translating:save')}
        </Button>
      </div>
    </div>
  )
}

type RowProps = {
  readonly one: TextToTranslate
  readonly isStaff: boolean
  readonly language: string
  readonly value: string
  readonly onValue: (text: string) => void
}

const Row = ({ one, isStaff, language, value, onValue }: RowProps) => {
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
              {value === '' && (
                <>
                  <span className={styles['about']}>{t('translating:missing')}</span>
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

const useNameOf = ({ kind, author, round }: TextToTranslate, isStaff: boolean): string => {
  const { t } = useWords()
  switch (kind) {
    case 'message':
      return t('translating:message', { name: author })
    case 'note':
      return t('translating:note', { name: author })
    case 'solution':
      return isStaff ? t('translating:solution', { round: round ?? 1 }) : t('translating:answer')
    case 'comment':
      return t('glossary:field.comment')
    default:
      return t(`glossary:field.${kind}`)
  }
}
