import styles from './Skeleton.module.css'

type BarProps = { readonly width: string | number; readonly height?: number }

/** The shape of what comes, still: it neither shimmers nor pulses. */
export const SkeletonBar = ({ width, height = 10 }: BarProps) => (
  <span className={styles['bar']} style={{ inlineSize: width, blockSize: height }} />
)

const widths = [70, 55, 63, 49, 68, 58, 75, 52] as const

type RowsProps = {
  readonly rows?: number
  /** Two lines with a glyph as in lists, one as in tables, several as in a text. */
  readonly shape?: 'list' | 'table' | 'text'
  /** Said once to screen readers: "Loading tickets". */
  readonly label: string
}

export const SkeletonRows = ({ rows = 8, shape = 'list', label }: RowsProps) => (
  <div className={styles['rows']} data-shape={shape} role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, index) => (
      <Row key={index} shape={shape} width={widths[index % widths.length] ?? 60} />
    ))}
  </div>
)

const Row = ({ shape, width }: { shape: RowsProps['shape']; width: number }) =>
  shape === 'list' ? (
    <div className={styles['row']}>
      <span className={styles['disc']} />
      <SkeletonBar width={`${width}%`} />
      <SkeletonBar width={38} height={8} />
      <span className={styles['second']}>
        <SkeletonBar width={`${width * 0.6}%`} height={8} />
      </span>
    </div>
  ) : (
    <div className={styles['single']}>
      <SkeletonBar width={`${shape === 'text' ? width + 22 : width}%`} />
    </div>
  )
