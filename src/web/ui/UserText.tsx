import { Fragment } from 'react'
import styles from './UserText.module.css'
import { classes } from './classes.ts'
import { atGroupedNumbers, endingTheOtherWay } from '../../words/direction.ts'

type Props = {
  readonly children: string
  /** The language it is written in, where known: chooses the face, and how it is read aloud. */
  readonly lang?: string | undefined
  readonly dir?: 'auto' | 'ltr' | 'rtl'
  /**
   * inline: inside a sentence. line: one line that ends in … at its own end. block: several lines at the page's edge.
   * body: what somebody wrote at length, on its own side, with its line breaks.
   */
  readonly form?: 'inline' | 'line' | 'block' | 'body'
  readonly className?: string | undefined
  /** The same text in pieces, some of them marked: what was looked for. */
  readonly pieces?: readonly { readonly text: string; readonly marked: boolean }[] | undefined
}

/** Every word that a person wrote: it keeps its own direction and moves nothing beside it. */
export const UserText = ({ children, lang, dir = 'auto', form = 'inline', className, pieces }: Props) => {
  const [lead, end] = form === 'line' && !pieces ? endingTheOtherWay(children, dir) : [children]
  return (
    <bdi className={classes(styles[form], className)} lang={lang} dir={dir}>
      {pieces ? (
        <Marked pieces={pieces} />
      ) : end ? (
        <TwoWays lead={lead} end={end} dir={dir} />
      ) : (
        <Unbroken text={lead} />
      )}
    </bdi>
  )
}

/** The words of the other direction with which a line ends, cut at their own end: at the line's they would lose their beginning. */
const TwoWays = ({ lead, end, dir }: { lead: string; end: string; dir: Props['dir'] }) => (
  <span className={styles['twoWays']}>
    <span className={styles['lead']}>
      <Unbroken text={lead} />
    </span>
    <span className={styles['end']} dir={dir === 'rtl' ? 'ltr' : 'rtl'}>
      <Unbroken text={end} />
    </span>
  </span>
)

const Marked = ({ pieces }: { readonly pieces: NonNullable<Props['pieces']> }) =>
  pieces.map(({ text, marked }, index) =>
    marked ? (
      <mark key={index} className={styles['mark']}>
        {text}
      </mark>
    ) : (
      <Unbroken key={index} text={text} />
    ),
  )

const identifier = /([A-Za-z]{1,8}-\d{1,12})/u

/**
 * MF-20418 stays on one line: broken at its hyphen inside an Arabic text its halves would change places. So would the groups of
 * a telephone number.
 */
export const Unbroken = ({ text }: { text: string }) =>
  atGroupedNumbers(text).map((part, index) =>
    index % 2 ? (
      <bdi key={index} dir="ltr">
        {part}
      </bdi>
    ) : (
      <Fragment key={index}>{part.split(identifier).map(asOne)}</Fragment>
    ),
  )

const asOne = (part: string, index: number) =>
  index % 2 ? (
    <span key={index} className={styles['unbroken']}>
      {part}
    </span>
  ) : (
    <Fragment key={index}>{part}</Fragment>
  )
