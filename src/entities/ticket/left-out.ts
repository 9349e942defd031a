/** Why a file that came by mail is not among the files of its text. */
export const leftOutReasons = ['tooLarge', 'tooMany', 'empty', 'cut'] as const

export type LeftOut = (typeof leftOutReasons)[number]
export type FileLeftOut = { name: string; type: string; size: number; why: LeftOut }
