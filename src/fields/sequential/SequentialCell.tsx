type Props = { readonly value: number; readonly prefix: string }

/** T-1042: the same in every language. */
export const SequentialCell = ({ value, prefix }: Props) => (
  <bdi className="num" dir="ltr">
    {prefix}
    {value}
  </bdi>
)
