import { Refused } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { SharedSettings } from '../../session.tsx'
import { sentenceIn } from '../../staff/Failed.tsx'
import { useSaveSettings } from '../save-settings.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { Switch } from '../Switch.tsx'
import styles from '../Settings.module.css'
import { OutsidePart } from './OutsidePart.tsx'
import { SecondFactorPart } from './SecondFactorPart.tsx'

/** How people come in: by themselves, with a second factor, through another service. */
export const SignInSettings = () => {
  const { t } = useWords()
  return (
    <SettingsPage title={t('settingsSignIn:title')}>
      {(settings) => (
        <div className={styles['form']}>
          <Registration settings={settings} />
          <SecondFactorPart />
          <OutsidePart />
        </div>
      )}
    </SettingsPage>
  )
}

/** Saved as it is switched: it is one decision, and taken back as quickly. */
const Registration = ({ settings: { registration = false } }: { readonly settings: SharedSettings }) => {
  const { t } = useWords()
  const save = useSaveSettings(t('settingsSignIn:saved'))
  const wanted = save.isPending ? (save.variables as { registration: boolean }).registration : registration
  const problem = sentenceIn(save.error, t)
  return (
    <>
      <Refused>{problem}</Refused>
      <Switch
        label={t('settingsSignIn:registration')}
        hint={t(wanted ? 'settingsSignIn:registrationOn' : 'settingsSignIn:registrationOff')}
        on={wanted}
        onChange={(on) => save.mutate({ registration: on })}
      />
    </>
  )
}
