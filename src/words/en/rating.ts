// The scale's words, 1 to 5; they agree with "the service".
export const rating = {
  score: {
    '1': 'very poor',
    '2': 'poor',
    '3': 'fair',
    '4': 'good',
    '5': 'excellent',
  },
  /** A star's spoken name: 4 of 5, good. */
  spoken: '{{score, number}} of {{max, number}}, {{word}}',
} as const
