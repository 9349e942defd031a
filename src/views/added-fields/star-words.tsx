import { useWords } from '../../words/WordsProvider.tsx'

const scores = [1, 2, 3, 4, 5] as const
const max = scores.length

/** The document's converter; a scale with other ends is numbers. */
export const isStars = ({ min = 1, max: end = 5 }: { readonly min?: number; readonly max?: number }): boolean =>
  min === 1 && end === max

/** How one to five stars are called, alone and as they are read aloud: "good", "4 of 5, good". */
export const useStarWords = () => {
  const { t } = useWords()
  const word = (score: number): string => {
    const known = scores.find((each) => each === score)
    return known ? t(`rating:score.${known}`) : ''
  }
  return { word, spoken: (score: number) => t('rating:spoken', { score, max, word: word(score) }) }
}
