/** `shown` is the number as the organisation writes it. */
type Props = { readonly shown: string }

/** T-1042: the same in every language. */
export const SequentialCell = ({ shown }: Props) => (
  <bdi className="num together" dir="ltr">
    {shown}
  </bdi>
)
