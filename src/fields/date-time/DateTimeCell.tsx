type Props = {
  readonly value: string
  /** As the reader writes it; whoever shows it has the reader's formats. */
  readonly children: string
  /** The whole of it, where only a part is shown. */
  readonly full?: string
}

export const DateTimeCell = ({ value, children, full }: Props) => (
  <time dateTime={value} title={full}>
    {children}
  </time>
)
