import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { isBody, stemOf } from '../../../interactions/template-keys.ts'
import { Button, TextArea, TextField, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useMarkedField } from '../../marked-field.ts'
import { restOf } from '../../problem-words.tsx'
import { Save } from '../Part.tsx'
import { useSaveInteraction } from './interaction-questions.tsx'
import type { InteractionRead } from './interaction-questions.tsx'
import { PreviewPane } from './PreviewPane.tsx'
import { changedTexts, faultsIn, keysIn } from './texts-form.ts'
import type { Typed } from './texts-form.ts'
import styles from './Interactions.module.css'

type Props = {
  readonly telling: InteractionRead
  readonly language: string
  readonly variant: string | undefined
  readonly typed: Typed
  readonly onTyped: (key: string, text: string) => void
  /** With what was written as it was sent: what was written since goes on being unsaved. */
  readonly onSaved: (sent: Typed) => void
}

/** The texts of one language and case; what they become stands beside them while one writes. */
export const TextsEditor = ({ telling, language, variant, typed, onTyped, onSaved }: Props) => {
  const { t } = useWords()
  const template = telling.templates[language]!
  const [unshown, setUnshown] = useState<unknown>()
  const save = useSaveInteraction(telling.name)
  const changed = changedTexts(template, typed)
  const laidOver = useSettled(JSON.stringify(Object.keys(changed).length > 0 ? { [language]: changed } : {}))
  const faults = { ...faultsIn(unshown, language), ...faultsIn(save.error, language) }
  const keys = keysIn(Object.keys(template.builtIn), variant)
  const hasOwn = keys.some((key) => template.own[key] !== undefined)
  const place = useMarkedField(save.error)
  // what is wrong in another case is not in sight
  const elsewhere = Object.keys(faults).find((key) => !keys.includes(key))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    save.mutate(
      { templates: { [language]: changed } },
      {
        onSuccess: () => {
          toasts.show({ text: t('settingsInteractions:saved') })
          onSaved(typed)
        },
      },
    )
  }
  const reset = () =>
    save.mutate(
      { templates: { [language]: Object.fromEntries(keys.map((key) => [key, null])) } },
      { onSuccess: () => onSaved(Object.fromEntries(keys.map((key) => [key, typed[key] ?? '']))) },
    )
  return (
    <div className={styles['columns']}>
      <form ref={place} className={styles['texts']} onSubmit={submit} noValidate>
        {keys.map((key) => (
          <OneText
            key={key}
            name={key}
            telling={telling}
            language={language}
            template={template}
            value={typed[key] ?? ''}
            fault={faults[key]}
            onValue={(value) => onTyped(key, value)}
          />
        ))}
        <Save
          changed={Object.keys(changed).length > 0}
          busy={save.isPending}
          refused={save.error ? restOf(save.error, t, elsewhere ? [] : ['templates']) : undefined}
          note={
            hasOwn && (
              <Button kind="text" onClick={reset}>
                {t('settingsInteractions:reset')}
              </Button>
            )
          }
        />
      </form>
      <PreviewPane
        name={telling.name}
        asked={{ language, ...(variant && { variant }), templates: JSON.parse(laidOver) as object }}
        onRefused={setUnshown}
      />
    </div>
  )
}

/** A moment after the last letter. */
const useSettled = (value: string): string => {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const later = setTimeout(() => settle(value), 350)
    return () => clearTimeout(later)
  }, [value])
  return settled
}

type OneProps = {
  readonly name: string
  readonly telling: InteractionRead
  readonly language: string
  readonly template: InteractionRead['templates'][string]
  readonly value: string
  readonly fault: { readonly paragraph: number | undefined; readonly message: string } | undefined
  readonly onValue: (value: string) => void
}

const OneText = ({ name, telling, language, template, value, fault, onValue }: OneProps) => {
  const { t, format } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const isLong = isBody(name)
  const Input = isLong ? TextArea : TextField
  const offered = telling.variables.filter(({ keys }) => keys.includes(name))
  const said =
    fault &&
    (fault.paragraph === undefined
      ? fault.message
      : t('settingsInteractions:paragraph', { number: format.number(fault.paragraph), fault: fault.message }))
  const put = (text: string) => {
    const input = place.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    const [from, to] = [input?.selectionStart ?? value.length, input?.selectionEnd ?? value.length]
    onValue(value.slice(0, from) + text + value.slice(to))
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  return (
    <div ref={place} className={styles['text']}>
      <Input
        label={labelOf(name, t)}
        aside={
          template.own[name] === undefined ? t('settingsInteractions:asBuiltIn') : t('settingsInteractions:changed')
        }
        lang={language}
        dir={template.dir}
        value={value}
        onValue={onValue}
        error={said}
        {...(isLong && { rows: 12, hint: t('settingsInteractions:bodyHint') })}
      />
      <div
        className={styles['offers']}
        role="group"
        aria-label={`${t('settingsInteractions:insert')}: ${labelOf(name, t)}`}
      >
        <span className="dim">{t('settingsInteractions:insert')}</span>
        {offered.map((variable) => (
          <button
            key={variable.name}
            type="button"
            dir="ltr"
            title={variable.sample[t.language]}
            onClick={() => put(`{{${variable.name}}}`)}
          >{`{{${variable.name}}}`}</button>
        ))}
        {isLong &&
          telling.actions.map((action) => (
            <button
              key={action}
              type="button"
              dir="ltr"
              onClick={() => put(`[…](${action})`)}
            >{`[…](${action})`}</button>
          ))}
      </div>
    </div>
  )
}

const labelOf = (key: string, t: ReturnType<typeof useWords>['t']): string => {
  const stem = stemOf(key)
  if (stem === 'subject' || stem === 'inProduct' || stem === 'body') return t(`settingsInteractions:key.${stem}`)
  if (stem === 'opening' || stem === 'pending')
    return t(`settingsInteractions:key.${stem}`, { variable: `{{${stem}}}` })
  return key
}
