/** The help pages that are shipped, a Markdown file each for every language under docs/help/. */
export const helpTopics = ['adding-users', 'adding-a-group', 'roles-and-permissions', 'adding-a-field'] as const
export type HelpTopic = (typeof helpTopics)[number]
