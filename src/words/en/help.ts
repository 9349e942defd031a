// The frame of the help pages; what they say is in docs/help/.
export const help = {
  title: 'Help',
  pages: 'Help pages',
  loading: 'Loading the help page',
  failed: 'The help page could not be loaded',
} as const
