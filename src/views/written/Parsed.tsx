import { useMemo } from 'react'
import { readMarkdown } from '../../fields/multilingual-text/markdown.ts'
import type { Dir } from '../../words/languages.ts'
import { Blocks } from './Blocks.tsx'

export const Parsed = ({ text, dir }: { readonly text: string; readonly dir: Dir | 'auto' }) => {
  const blocks = useMemo(() => readMarkdown(text), [text])
  return <Blocks blocks={blocks} dir={dir} />
}
