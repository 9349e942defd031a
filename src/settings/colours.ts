/** The colours that an administrator may give: names of our tokens' families, each readable on every ground in both schemes. */
export const colours = ['blue', 'violet', 'magenta', 'green', 'grey', 'amber', 'red', 'teal'] as const
export type Colour = (typeof colours)[number]
