/** The version of docs/figures.md by which figures are made; raised when what a figure means changes. */
export const definitions = 1
