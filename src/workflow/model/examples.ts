import type { Command } from './commands.ts'

/** Failures that were found once, kept as they were. */
export const invented: Command[][] = []
