// What is wrong with a field that only administrators fill, or that only programs get wrong, by its code.
export const refusalsToAdministrators = {
  sameName: 'There is a role called {{name}} already. Please choose another name.',
  notInOrder: 'These times overlap or are not in order.',
  endsBeforeItBegins:
    'A span of hours ends after it begins. Past midnight, end it at midnight and write the rest on the next day.',
  tooManyRows: 'There are more than {{max, number}} rows; now {{length, number}}. Please split the file.',
  tooManyLanguages: 'A text can be in {{max, number}} languages at most.',
  unknownColumn: 'The file has a column that is not known: {{column}}.',
  missingColumn: 'The file needs the column {{column}}.',
  repeatedColumn: 'The file has a column twice.',
  tooManyCells: 'This row has more cells than the header line.',
  notYours: 'You do not have this permission, so you cannot give it.',
  repeated: 'This is in the file twice.',
  valueLost: 'Tickets may have the value “{{value}}”. Please retire it instead of taking it away.',
  notWidened: 'What only staff could see stays with staff. Please add another field for customers.',
  unknownVariable: 'There is no {{variable}} in this message.',
  brokenVariable: 'A variable stands between two braces on each side, such as {{example}}.',
  brokenButton: 'A button is [label](action) at the end of its paragraph, with one of the actions of this message.',
  missingPart: '{{part}} must stand in this text.',
  lowContrast:
    'Words could hardly be read: the contrast with {{against}} is {{ratio, number}}, and {{least, number}} is needed. The nearest that can be read is {{nearest}}.',
  notAnImage: 'Please choose a picture: PNG, JPEG or WebP.',
  notAnIssuer: 'An issuer is an https address such as https://login.example.com, with nothing behind its path.',
  noProvider: 'No OpenID provider answers at this address. {{said}}',
  endsInDigit: 'The last sign cannot be a digit: it would be read as part of the number.',
  notOffered: 'This language is not among those offered.',
} as const
