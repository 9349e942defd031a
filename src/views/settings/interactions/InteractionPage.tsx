import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon, Link, Page, Refused, Segmented, Select, SkeletonRows } from '../../../web/ui/index.ts'
import { isLanguage } from '../../../words/languages.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { productLanguages } from '../../preferences.tsx'
import { restOf } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import { Failed } from '../../staff/Failed.tsx'
import { Part } from '../Part.tsx'
import { AskBeforeLeaving } from '../save-settings.tsx'
import { Switch } from '../Switch.tsx'
import { interactionQuery, useSaveInteraction } from './interaction-questions.tsx'
import type { Channel, InteractionRead } from './interaction-questions.tsx'
import { TextsEditor } from './TextsEditor.tsx'
import { typedOf, unsavedLanguages, without } from './texts-form.ts'
import type { Typed } from './texts-form.ts'
import own from './Interactions.module.css'
import styles from '../Settings.module.css'

/** One telling: whether and how it goes out, and its words in each language beside what they become. */
export const InteractionPage = () => {
  const { t } = useWords()
  const { settings } = useSession()
  const { name = '' } = useParams({ strict: false })
  const query = useQuery(interactionQuery(name))
  const title = t.maybe('settingsInteractions', `name.${name}`) ?? t('settingsInteractions:title')
  usePageTitle(title, settings.organisation)
  return (
    <Page
      title={title}
      under={
        <Link href="/settings/interactions" className={styles['help'] ?? ''}>
          <Icon name="back" size={14} /> {t('settingsInteractions:back')}
        </Link>
      }
    >
      {query.isPending && <SkeletonRows shape="text" rows={12} label={t('settingsInteractions:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('settingsInteractions:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <div className={styles['wideForm']}>
          <Going telling={query.data} />
          <Words telling={query.data} />
        </div>
      )}
    </Page>
  )
}

type Props = { readonly telling: InteractionRead }

/** Switches act at once: they are their own undo. */
const Going = ({ telling }: Props) => {
  const { t, format } = useWords()
  const save = useSaveInteraction(telling.name)
  const { enabled, by, channels, recipients, name } = telling
  const change = (channel: Channel, on: boolean) =>
    save.mutate({ channels: by.filter((each) => (each === channel ? on : channels.includes(each))) })
  return (
    <section className={styles['part']}>
      <p>
        <span className="dim">{t('settingsInteractions:when')}:</span> {t(`settingsInteractions:trigger.${name}`)}{' '}
        <span className="dim">{t('settingsInteractions:whom')}:</span>{' '}
        {format.list(recipients.map((who) => t(`settingsInteractions:recipient.${who}`)))}
      </p>
      <Switch
        label={t('settingsInteractions:on')}
        hint={t('settingsInteractions:onHint')}
        on={enabled}
        onChange={(on) => save.mutate({ enabled: on })}
      />
      {enabled &&
        by.map((channel) => (
          <Switch
            key={channel}
            label={t(`settingsInteractions:channel.${channel}`)}
            hint=""
            on={channels.includes(channel)}
            onChange={(on) => change(channel, on)}
          />
        ))}
      <Refused>{save.error ? restOf(save.error, t, []) : undefined}</Refused>
    </section>
  )
}

const Words = ({ telling }: Props) => {
  const { t } = useWords()
  const [language, speak] = useState(t.language)
  const [variant, setVariant] = useState('')
  // by language, and over all cases: what was written in one is there when one comes back to it
  const [written, write] = useState<Readonly<Record<string, Typed>>>({})
  const template = telling.templates[language]!
  const unsaved = unsavedLanguages(telling.templates, written)
  const typed = { ...typedOf({ ...template.builtIn, ...template.own }), ...written[language] }
  return (
    <Part title={t('settingsInteractions:words')}>
      <div className={own['columns']}>
        <Segmented
          label={t('settingsInteractions:language')}
          value={language}
          onChange={(code) => isLanguage(code) && speak(code)}
          options={productLanguages.map(({ code, ownName }) => ({
            value: code,
            label: <bdi lang={code}>{ownName}</bdi>,
          }))}
        />
        {telling.variants.length > 0 && (
          <Select
            label={t('settingsInteractions:variant')}
            value={variant}
            onValue={setVariant}
            options={[
              { value: '', label: t('settingsInteractions:usual') },
              ...telling.variants.map((each) => ({
                value: each,
                label: t.maybe('settingsInteractions', `variants.${each}`) ?? each,
              })),
            ]}
          />
        )}
      </div>
      {/* of the one that is shown its button asks */}
      {unsaved.length > 0 && !unsaved.includes(language) && <AskBeforeLeaving />}
      <TextsEditor
        key={`${language} ${variant}`}
        telling={telling}
        language={language}
        variant={variant || undefined}
        typed={typed}
        onTyped={(key, text) => write((now) => ({ ...now, [language]: { ...now[language], [key]: text } }))}
        onSaved={(sent) => write((now) => ({ ...now, [language]: without(sent, now[language]) }))}
      />
    </Part>
  )
}
