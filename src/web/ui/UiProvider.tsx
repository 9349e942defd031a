import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import './mantine.css'
import './mantine-paint.css'
import './fonts.css'
import './tokens.css'
import './base.css'
import { cssVariablesResolver, theme } from './theme.ts'
import { LinkContext } from './Link.tsx'
import type { LinkComponent } from './Link.tsx'

export type Dir = 'ltr' | 'rtl'
export type ColorScheme = 'auto' | 'light' | 'dark'
type Props = {
  readonly dir: Dir
  /** The page's language, for <html lang>: the faces, line heights and screen readers follow it. */
  readonly lang?: string
  readonly colorScheme?: ColorScheme
  /** How a link goes somewhere without loading the page anew; a plain <a> where nobody says. */
  readonly link?: LinkComponent
  readonly children: ReactNode
}

/** Round everything: theme, direction, language and scheme of the page. */
export const UiProvider = ({ dir, lang, colorScheme = 'auto', link, children }: Props) => (
  <DirectionProvider initialDirection={dir} detectDirection={false}>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme={colorScheme}
      {...(colorScheme === 'auto' ? {} : { forceColorScheme: colorScheme })}
    >
      <PageLanguage dir={dir} lang={lang} />
      <LinkContext value={link ?? 'a'}>{children}</LinkContext>
    </MantineProvider>
  </DirectionProvider>
)

/** Before the first paint, so that nothing is ever drawn the wrong way round. */
const PageLanguage = ({ dir, lang }: { dir: Dir; lang: string | undefined }) => {
  const { setDirection } = useDirection()
  useLayoutEffect(() => {
    document.documentElement.dir = dir
    if (lang) document.documentElement.lang = lang
    setDirection(dir)
  }, [dir, lang, setDirection])
  return null
}
