import { useMemo } from 'react'
import { readMarkdown } from '../../fields/multilingual-text/markdown.ts'
import { Blocks } from './Blocks.tsx'

export const Parsed = ({ text }: { readonly text: string }) => {
  const blocks = useMemo(() => readMarkdown(text), [text])
  return <Blocks blocks={blocks} />
}
