import type { ShownField } from './fields-question.tsx'

/** Money keeps its places, 12.50; a value from before there were fewer of them keeps its own. */
export const placesOf = ({ decimals = 0 }: Pick<ShownField['options'], 'decimals'>) => ({
  minimumFractionDigits: decimals,
  maximumFractionDigits: 6,
})
