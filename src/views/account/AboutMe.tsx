import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../web/api.ts'
import { Button, Refused, Segmented, TextField, toasts } from '../../web/ui/index.ts'
import { formatFor } from '../../words/format.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { schemes, usePreferences } from '../preferences.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { meQuery, useSession } from '../session.tsx'
import type { Me } from '../session.tsx'
import { changedOf } from '../settings/save-settings.tsx'
import { Switch } from '../settings/Switch.tsx'
import { useTypedOver } from '../settings/typed-over.ts'
import styles from './Account.module.css'
import { AccountPage } from './AccountPage.tsx'
import { CalendarField, DigitsField, LanguageField, TimeZoneField } from './LocaleFields.tsx'

/** What one is called, and how everything is written: pages, e-mails and reports alike. */
export const AboutMe = () => {
  const { t } = useWords()
  const { me } = useSession()
  return (
    <AccountPage>
      <section className={styles['part']} aria-label={t('profile:me')}>
        <AboutMeForm key={me.id} me={me} />
      </section>
      <Appearance />
    </AccountPage>
  )
}

const AboutMeForm = ({ me }: { readonly me: Me }) => {
  const { t } = useWords()
  const client = useQueryClient()
  const { followLanguage } = usePreferences()
  const before = {
    name: me.name,
    language: me.ownLanguage,
    timeZone: me.ownTimeZone,
    digits: me.digits,
    calendar: me.calendar,
    singleKeys: me.singleKeys,
  }
  const { filled: mine, change, begin } = useTypedOver(before)
  const changed = changedOf(before, mine)
  const isChanged = Object.keys(changed).length > 0
  const save = useMutation({
    mutationFn: () => api.patch<Me>('/api/v1/me', changed),
    onSuccess: (saved) => {
      client.setQueryData(meQuery.queryKey, saved)
      if (saved.language !== me.language) followLanguage(saved.language)
      toasts.show({ text: t('profile:saved') })
    },
  })
  const wrong = fieldSentences(save.error)
  const rest = restOf(save.error, t, Object.keys(before))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending && isChanged) save.mutate(undefined, { onSuccess: begin })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['pair']}>
        <TextField
          label={t('profile:name')}
          name="name"
          autoComplete="name"
          maxLength={200}
          required
          value={mine.name}
          onValue={(name) => change({ name })}
          error={wrong['name']}
        />
        <TextField
          label={t('profile:email')}
          hint={t('profile:emailHint')}
          type="email"
          dir="ltr"
          readOnly
          value={me.email}
          onValue={() => undefined}
        />
        <LanguageField value={mine.language} error={wrong['language']} onValue={(language) => change({ language })} />
        <TimeZoneField value={mine.timeZone} error={wrong['timeZone']} onValue={(timeZone) => change({ timeZone })} />
        <CalendarField value={mine.calendar} error={wrong['calendar']} onValue={(calendar) => change({ calendar })} />
        <DigitsField value={mine.digits} error={wrong['digits']} onValue={(digits) => change({ digits })} />
      </div>
      <Example mine={mine} me={me} />
      {me.isStaff && (
        <Switch
          label={t('profile:singleKeys')}
          hint={mine.singleKeys ? t('profile:singleKeysOn', { help: '?' }) : t('profile:singleKeysOff')}
          on={mine.singleKeys}
          onChange={(singleKeys) => change({ singleKeys })}
        />
      )}
      <Refused>{rest}</Refused>
      <div className={styles['buttons']}>
        <Button size="m" type="submit" kind="primary" busy={save.isPending} disabled={!isChanged}>
          {t('profile:save')}
        </Button>
      </div>
    </form>
  )
}

type Written = Pick<Me, 'digits' | 'calendar'> & { readonly language: string | null; readonly timeZone: string | null }

/** What the choice means, before it is saved. */
const Example = ({ mine, me }: { readonly mine: Written; readonly me: Me }) => {
  const { t } = useWords()
  const { settings } = useSession()
  const [now] = useState(() => new Date())
  const format = formatFor({
    language: mine.language ?? settings.language,
    timeZone: mine.timeZone ?? settings.timeZone ?? me.timeZone,
    digits: mine.digits ?? settings.digits ?? undefined,
    calendar: mine.calendar ?? undefined,
  })
  return (
    <p className={styles['dim']}>
      {t('profile:example', { day: format.dateTime(now), written: format.number(1042.5) })}
    </p>
  )
}

/** Seen at once, so there is nothing to save. */
const Appearance = () => {
  const { t } = useWords()
  const { scheme, chooseScheme } = usePreferences()
  return (
    <section className={styles['part']} aria-label={t('profile:theme')}>
      <h2>{t('profile:theme')}</h2>
      <Segmented
        label={t('profile:theme')}
        options={schemes.map((value) => ({ value, label: t(`shell:scheme.${value}`) }))}
        value={scheme}
        onChange={chooseScheme}
      />
    </section>
  )
}
