import { Fragment, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { dirOfBlock, dirOfInlines } from '../../fields/multilingual-text/markdown-direction.ts'
import type { Block, Inline } from '../../fields/multilingual-text/markdown-tree.ts'
import { Button, Unbroken } from '../../web/ui/index.ts'
import type { Dir } from '../../words/languages.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Written.module.css'

/** Which way the text around runs. */
type Around = { readonly dir: Dir | 'auto' }

/** What is quoted at the end was read before: it is folded. A text that is nothing but a quote is shown. */
export const Blocks = ({ blocks, dir }: Around & { readonly blocks: readonly Block[] }) => {
  const last = blocks.at(-1)
  const folds = blocks.length > 1 && last?.kind === 'quote'
  const shown = folds ? blocks.slice(0, -1) : blocks
  return (
    <>
      {shown.map((block, index) => (
        <BlockShown key={index} block={block} dir={dir} />
      ))}
      {folds && <Quoted block={last} dir={dir} />}
    </>
  )
}

const Quoted = ({ block, dir }: Around & { readonly block: Block }) => {
  const { t } = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="text"
        className={styles['fold'] ?? ''}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? t('written:hideQuoted') : t('written:showQuoted')}
      </Button>
      <div id={id}>{open && <BlockShown block={block} dir={dir} />}</div>
    </>
  )
}

const BlockShown = ({ block, dir }: Around & { readonly block: Block }): ReactNode => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir={dirOfInlines(block.of, dir)}>
          <Inlines of={block.of} />
        </p>
      )
    case 'heading':
      // a heading inside a message is none of the page's
      return (
        <p dir={dirOfInlines(block.of, dir)} className={styles['heading']} data-level={Math.min(block.level, 3)}>
          <Inlines of={block.of} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          {block.of.map((inner, index) => (
            <BlockShown key={index} block={inner} dir={dir} />
          ))}
        </blockquote>
      )
    case 'list': {
      // one side for all of its signs: an item of the other direction had its own outside of the text
      const own = dirOfBlock(block, dir)
      const items = block.items.map((item, index) => (
        <li key={index}>
          {item.map((inner, place) =>
            inner.kind === 'paragraph' ? (
              <Fragment key={place}>
                {place > 0 && <br />}
                <bdi dir={dirOfInlines(inner.of, own ?? dir) ?? own ?? dir}>
                  <Inlines of={inner.of} />
                </bdi>
              </Fragment>
            ) : (
              <BlockShown key={place} block={inner} dir={own ?? dir} />
            ),
          )}
        </li>
      ))
      return block.start === null ? (
        <ul dir={own}>{items}</ul>
      ) : (
        <ol dir={own} start={block.start}>
          {items}
        </ol>
      )
    }
    case 'code':
      return (
        <pre dir="ltr">
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
  }
}

const Inlines = ({ of }: { readonly of: readonly Inline[] }) =>
  of.map((inline, index) => <InlineShown key={index} inline={inline} />)

const InlineShown = ({ inline }: { readonly inline: Inline }): ReactNode => {
  switch (inline.kind) {
    case 'text':
      // no bdi here: the direction of its paragraph is told from these very letters
      return <Unbroken text={inline.text} />
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.of} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.of} />
        </em>
      )
    case 'code':
      return <code dir="ltr">{inline.text}</code>
    case 'break':
      return <br />
    case 'mention':
      return <bdi className={styles['mention']}>@{inline.name}</bdi>
    case 'link':
      return (
        <a href={inline.href} target="_blank" rel="noopener noreferrer nofollow">
          <Inlines of={inline.of} />
        </a>
      )
  }
}
