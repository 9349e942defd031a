import { colours } from '../../../settings/colours.ts'
import type { Colour } from '../../../settings/colours.ts'
import { Problem } from '../../../web/problem.ts'
import { Button, ColourDot, IconButton, Select, TextField } from '../../../web/ui/index.ts'
import { languages as known } from '../../../words/languages.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { productLanguages } from '../../preferences.tsx'
import { useFormTouched } from '../../form-touched.ts'
import { newChoice } from './field-form.ts'
import type { ChoiceForm, FieldForm } from './field-form.ts'
import lists from '../Lists.module.css'
import styles from '../Settings.module.css'

type Props = {
  readonly form: FieldForm
  readonly problem: unknown
  readonly change: (some: Partial<FieldForm>) => void
}

/** What the field's type asks for besides. */
export const OptionsPart = (props: Props) => {
  const { form } = props
  switch (form.type) {
    case 'short-text':
      return <Numbers {...props} names={['max']} />
    case 'multilingual-text':
      return <LongText {...props} />
    case 'number':
      return <Numbers {...props} names={['min', 'max', 'decimals']} />
    case 'scale':
      return <Numbers {...props} names={['min', 'max']} />
    case 'classification':
      return <Choices {...props} />
    default:
      return null
  }
}

/** The server's sentence about one place of the options: `options.values.0.label`. */
const faultAt = (problem: unknown, place: string): string | undefined =>
  problem instanceof Problem
    ? problem.errors.find(({ field }) => field === place || field.startsWith(`${place}.`))?.message
    : undefined

type NumbersProps = Props & { readonly names: readonly ('min' | 'max' | 'decimals')[] }

const Numbers = ({ form, problem, change, names }: NumbersProps) => {
  const { t } = useWords()
  const isLength = form.type === 'short-text' || form.type === 'multilingual-text'
  const label = (name: (typeof names)[number]) => {
    if (name === 'decimals') return t('settingsFields:decimals')
    if (name === 'min') return t('settingsFields:from')
    return isLength ? t('settingsFields:max') : t('settingsFields:to')
  }
  return (
    <div className={styles['two']}>
      {names.map((name) => (
        <TextField
          key={name}
          label={label(name)}
          inputMode="decimal"
          dir="ltr"
          maxLength={16}
          value={form[name]}
          onValue={(value) => change({ [name]: value })}
          error={faultAt(problem, `options.${name}`)}
        />
      ))}
    </div>
  )
}

const LongText = (props: Props) => {
  const { t } = useWords()
  const { form, change } = props
  return (
    <div className={styles['two']}>
      <Select
        label={t('settingsFields:lines')}
        value={form.lines}
        onValue={(lines) => change({ lines: lines === 'one' ? 'one' : 'many' })}
        options={(['one', 'many'] as const).map((lines) => ({
          value: lines,
          label: t(`settingsFields:line.${lines}`),
        }))}
      />
      <Numbers {...props} names={['max']} />
    </div>
  )
}

const Choices = ({ form, problem, change: changeForm }: Props) => {
  const { t } = useWords()
  const touched = useFormTouched()
  const { choices } = form
  const change = (some: Partial<FieldForm>) => {
    touched()
    changeForm(some)
  }
  const put = (id: string, some: Partial<ChoiceForm>) =>
    change({ choices: choices.map((choice) => (choice.id === id ? { ...choice, ...some } : choice)) })
  const fault = faultAt(problem, 'options.values')
  return (
    <fieldset className={styles['set']}>
      <legend>{t('settingsFields:choices')}</legend>
      <ol className={lists['choices']}>
        {choices.map((choice, index) => (
          <li key={choice.id}>
            <OneChoice
              choice={choice}
              number={index + 1}
              fault={faultAt(problem, `options.values.${index}`)}
              change={(some) => put(choice.id, some)}
              onRemove={() => change({ choices: choices.filter(({ id }) => id !== choice.id) })}
            />
          </li>
        ))}
      </ol>
      {fault && !/^options\.values\.\d/u.test(placeOf(problem)) && (
        <p className={styles['error']} role="alert">
          {fault}
        </p>
      )}
      <div>
        <Button icon="plus" onClick={() => change({ choices: [...choices, newChoice()] })}>
          {t('settingsFields:addChoice')}
        </Button>
      </div>
    </fieldset>
  )
}

const placeOf = (problem: unknown): string =>
  problem instanceof Problem ? (problem.errors.find(({ field }) => field.startsWith('options'))?.field ?? '') : ''

type OneProps = {
  readonly choice: ChoiceForm
  readonly number: number
  readonly fault: string | undefined
  readonly change: (some: Partial<ChoiceForm>) => void
  readonly onRemove: () => void
}

const OneChoice = ({ choice, number, fault, change, onRemove }: OneProps) => {
  const { t, format } = useWords()
  const name = t('settingsFields:choice', { number: format.number(number) })
  const isSaved = choice.value !== ''
  return (
    <div className={lists['choice']} data-retired={choice.retired || undefined} role="group" aria-label={name}>
      {productLanguages.map(({ code, ownName }, index) => (
        <TextField
          key={code}
          label={t('settingsFields:inLanguage', { what: name, language: ownName })}
          lang={code}
          dir={known[code].dir}
          maxLength={100}
          value={choice.label[code] ?? ''}
          onValue={(text) => change({ label: { ...choice.label, [code]: text } })}
          error={index === 0 ? fault : undefined}
        />
      ))}
      <Select
        label={
          <>
            <ColourDot colour={choice.colour} /> {t('settingsFields:colour')}
          </>
        }
        value={choice.colour}
        onValue={(colour) => change({ colour: colour as Colour })}
        options={colours.map((colour) => ({ value: colour, label: t(`settingsFields:colours.${colour}`) }))}
      />
      <span className={lists['choiceEnd']}>
        {isSaved ? (
          <IconButton
            icon={choice.retired ? 'undo' : 'archive'}
            label={choice.retired ? t('settingsFields:restoreChoice') : t('settingsFields:retireChoice')}
            onClick={() => change({ retired: !choice.retired })}
          />
        ) : (
          <IconButton icon="trash" label={t('settingsFields:removeChoice')} onClick={onRemove} />
        )}
        {choice.retired && <span className="dim">{t('settingsFields:retiredChoice')}</span>}
      </span>
    </div>
  )
}
