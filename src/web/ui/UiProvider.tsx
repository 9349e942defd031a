import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import './fonts.css'
import './tokens.css'
import './base.css'
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

/** Round everything: direction, language and scheme of the page. */
export const UiProvider = ({ dir, lang, colorScheme = 'auto', link, children }: Props) => {
  // before the first paint, so that nothing is ever drawn the wrong way round or in the wrong light
  useLayoutEffect(() => {
    document.documentElement.dir = dir
    if (lang) document.documentElement.lang = lang
  }, [dir, lang])
  useLayoutEffect(() => keepScheme(colorScheme), [colorScheme])
  return <LinkContext value={link ?? 'a'}>{children}</LinkContext>
}

/** On the root, where tokens.css reads it; `auto` follows the reader's system, also while the page is open. */
const keepScheme = (chosen: ColorScheme): (() => void) => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const set = () => {
    document.documentElement.dataset['scheme'] = chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen
  }
  set()
  dark.addEventListener('change', set)
  return () => dark.removeEventListener('change', set)
}
