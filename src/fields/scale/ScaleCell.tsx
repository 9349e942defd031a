import { StarsShown } from '../../web/ui/index.ts'

type Props = { readonly value: number; readonly label: string; readonly size?: number }

export const ScaleCell = ({ value, label, size = 14 }: Props) => <StarsShown value={value} label={label} size={size} />
