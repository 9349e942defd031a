// The pages before anybody is known: one card, and the language beside it.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { defaultSettings } from '../../settings/settings.ts'
import { LanguageSwitch, SignedOutShell } from '../../web/shell/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { OrganisationLook } from '../organisation-look.tsx'
import { usePageTitle } from '../page-title.tsx'
import { kept, languagesOnOffer, usePreferences } from '../preferences.tsx'
import { organisationQuery } from '../session.tsx'

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  readonly children?: ReactNode
}

export const OutsideFrame = ({ title, lead, footer, wide = false, children }: Props) => {
  const { t } = useWords()
  const { language, chooseLanguage } = usePreferences()
  const { data: whose } = useQuery(organisationQuery)
  // an installation that nobody named yet is called as the product is, in the reader's script
  const named = whose?.organisation === defaultSettings.organisation ? undefined : whose?.organisation
  const organisation = named ?? kept.organisation() ?? t('glossary:product')
  usePageTitle(title, organisation)
  return (
    <OrganisationLook accent={whose?.accent ?? null} logo={whose?.logo ?? null}>
      <SignedOutShell
        organisation={organisation}
        title={title}
        lead={lead}
        footer={footer}
        wide={wide}
        language={
          <LanguageSwitch
            label={t('shell:language')}
            languages={languagesOnOffer(whose?.languages, language)}
            current={language}
            onChange={chooseLanguage}
          />
        }
      >
        {children}
      </SignedOutShell>
    </OrganisationLook>
  )
}
