/** What a mailed link lets its holder do. */
export const linkKinds = ['invitation', 'reset', 'registration'] as const
export type LinkKind = (typeof linkKinds)[number]
