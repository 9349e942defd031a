import type { FormEvent } from 'react'
import { TextField } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useMarkedField } from '../../marked-field.ts'
import { fieldSentences, restOf } from '../../problem-words.tsx'
import type { SharedSettings } from '../../session.tsx'
import { Part, Save } from '../Part.tsx'
import { changedOf, useSaveSettings } from '../save-settings.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { useTypedOver } from '../typed-over.ts'
import styles from '../Settings.module.css'
import { LookPart } from './LookPart.tsx'
import { NumbersPart } from './NumbersPart.tsx'
import { RegionPart } from './RegionPart.tsx'
import { filledOf, wireOf } from './filled.ts'

/** How the organisation is called, how it looks, and how it writes numbers and days. */
export const Organisation = () => {
  const { t } = useWords()
  return (
    <SettingsPage title={t('settingsOrganisation:title')}>
      {(settings) => <OrganisationForm settings={settings} />}
    </SettingsPage>
  )
}

const OrganisationForm = ({ settings }: { readonly settings: SharedSettings }) => {
  const { t } = useWords()
  const before = filledOf(settings)
  const { filled, change, begin } = useTypedOver(before)
  const save = useSaveSettings(t('settingsOrganisation:saved'))
  const changed = changedOf(wireOf(before), wireOf(filled))
  const wrong = fieldSentences(save.error)
  const place = useMarkedField(save.error)
  const part = { filled, wrong, change }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(changed, { onSuccess: begin })
  }
  return (
    <form ref={place} className={styles['form']} onSubmit={submit} noValidate>
      <TextField
        label={t('settingsOrganisation:name')}
        hint={t('settingsOrganisation:nameHint')}
        maxLength={200}
        value={filled.organisation}
        onValue={(organisation) => part.change({ organisation })}
        error={wrong['organisation']}
      />
      <LookPart {...part} />
      <Part title={t('settingsOrganisation:languages')}>
        <RegionPart {...part} />
      </Part>
      <Part title={t('settingsOrganisation:numbers')}>
        <NumbersPart {...part} />
      </Part>
      <Save
        changed={Object.keys(changed).length > 0}
        busy={save.isPending}
        refused={save.error ? restOf(save.error, t, Object.keys(wireOf(filled))) : undefined}
      />
    </form>
  )
}
