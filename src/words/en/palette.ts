// The palette: everything one can do or go to, by typing.
export const palette = {
  title: 'Find, do or go to',
  ask: 'A number, words in any language, or what to do',
  nothing: 'Nothing fits these words.',
  with: 'With {{number}}',
  tickets: 'Tickets',
  number: 'View {{number}}',
  goTo: 'Go to',
  goingAbout: 'Not closed, about “{{words}}”',
  closedAbout: 'Closed, about “{{words}}”',
  hands: 'Arrow keys move, Enter does it, Esc leaves.',
} as const
