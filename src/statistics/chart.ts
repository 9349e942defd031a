/** What is drawn: bars of what closed and, across them, one line to compare it with. Words and numbers only. */
export type Chart = {
  title: string
  /** Below each bar, a year on a line of its own; empty where there is no room. */
  labels: string[]
  bars: number[]
  /** Who closed how many of them, from the bottom up; several may have one name. */
  parts?: { id: string; name: string; bars: number[]; others?: boolean }[]
  /** Null: there was nothing to measure. */
  line: (number | null)[]
  legend: { bars: string; line: string }
  /** Where the line is no count: what stands on the axis of its own. */
  lineAs?: 'time' | 'stars'
  /** Read aloud in place of the picture. */
  alt: string
}

/** For whom: which letters, which way, how numbers are written. */
export type ChartReader = { language: string; locale: string; dir: 'ltr' | 'rtl' }
