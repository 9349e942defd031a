// The pages before anybody is known: one card, and the language beside it.
import type { ReactNode } from 'react'
import { LanguageSwitch, SignedOutShell } from '../../web/shell/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { kept, productLanguages, usePreferences } from '../preferences.tsx'

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
  const organisation = kept.organisation() ?? t('glossary:product')
  usePageTitle(title, organisation)
  return (
    <SignedOutShell
      organisation={organisation}
      title={title}
      lead={lead}
      footer={footer}
      wide={wide}
      language={
        <LanguageSwitch
          label={t('shell:language')}
          languages={productLanguages}
          current={language}
          onChange={chooseLanguage}
        />
      }
    >
      {children}
    </SignedOutShell>
  )
}
