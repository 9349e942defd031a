import {
  addedFieldTypes,
  isFilledByStaff,
  requiredWhen,
  visibleTo,
} from '../../../settings/added-fields/added-field.ts'
import { Select } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { ShownField } from '../../added-fields/fields-question.tsx'
import type { FieldForm } from './field-form.ts'
import styles from '../Settings.module.css'

type Props = {
  readonly form: FieldForm
  /** The one that is changed; its type stays. */
  readonly field: ShownField | undefined
  readonly wrong: Readonly<Record<string, string>>
  readonly change: (some: Partial<FieldForm>) => void
}

export const WhoAndWhen = ({ form, field, wrong, change }: Props) => {
  const { t } = useWords()
  const isKept = field?.visibleTo === 'staff'
  const staffFill = isFilledByStaff(form) && form.visibleTo === 'everyone'
  return (
    <div className={styles['two']}>
      <Select
        label={t('settingsFields:type')}
        hint={t('settingsFields:typeHint')}
        error={wrong['type']}
        disabled={field !== undefined}
        value={form.type}
        onValue={(type) => change({ type: type as FieldForm['type'], default: '', max: '', min: '', decimals: '' })}
        options={addedFieldTypes.map((type) => ({ value: type, label: t(`glossary:fieldType.${type}`) }))}
      />
      <Select
        label={t('settingsFields:required')}
        error={wrong['required']}
        value={form.required}
        onValue={(required) => change({ required: required as FieldForm['required'] })}
        options={requiredWhen.map((when) => ({ value: when, label: t(`settingsFields:requiredWhen.${when}`) }))}
      />
      <Select
        label={t('settingsFields:visibleTo')}
        hint={isKept ? t('settingsFields:notWidened') : staffFill && t('settingsFields:staffFill')}
        error={wrong['visibleTo']}
        disabled={isKept}
        value={form.visibleTo}
        onValue={(who) => change({ visibleTo: who as FieldForm['visibleTo'] })}
        options={visibleTo.map((who) => ({ value: who, label: t(`settingsFields:visible.${who}`) }))}
      />
    </div>
  )
}
