/** What each goal is about, and what limits us there: the words of docs/performance.md. */
export const goalTexts = [
  {
    number: '1',
    title: 'Sparse tokens in a text in memory: at least 3 times as fast as ripgrep, and none missed',
    limits:
      'The scanner looks for the rare letter that every encoded header has, and looks around it by hand; where letters are as rare as in prose that is little more than `memchr`. In logs with many capital letters, and in JSON, each of them stops the search for a moment.',
  },
  {
    number: '2',
    title: 'Text without tokens: at least 1.5 times as fast as ripgrep',
    limits: '`memchr` reads a text and does nothing: no search can be faster than it.',
  },
  {
    number: '3',
    title: 'Dense tokens with every header checked: at least 1.2 times as fast as ripgrep',
    limits:
      'ripgrep matches the form and leaves the headers unread; ours decodes and checks each header it has not seen before.',
  },
  {
    number: '4',
    title: 'Two-byte text: at least half as fast as one-byte',
    limits:
      'The engine keeps a text with one letter outside Latin-1 in two octets a letter: twice the memory to walk through.',
  },
  {
    number: '5',
    title: 'Texts made to be slow to search: linear, and no slower than 0.7 of ripgrep',
    limits:
      'JSON and dense texts have no peer: ripgrep does not read JSON, and counts a dense text as one match.',
  },
  {
    number: '6',
    title: 'An edit in a large document: a hundredth of one getText()',
    limits:
      'The index looks at the lines an edit touched and moves the places behind it, one addition for each token. As it ships, documents over 5 million characters are left alone by everything but hovers and commands.',
  },
  {
    number: '7',
    title: 'The first scan of an opened document: about one getText(), in slices',
    limits:
      'The text is asked for in blocks, which VS Code joins from its lines; that is more work than the search itself.',
  },
  {
    number: '8',
    title: 'A workspace of 20,000 files: no slower than ripgrep; one large file: twice as fast as rg -j1',
    limits: '',
  },
  {
    number: '9',
    title: 'The first verification in a running process: half of jose’s time',
    limits:
      'Half of jose’s time is less than bare WebCrypto takes here. Of ours, about 5 ms are Node’s WebCrypto, as for jose; the rest is compiling and first running the code that keeps the place of everything in a token, ranks keys, checks claims and tells problems.',
  },
  {
    number: '10',
    title: 'Hovers: at most 5 ms of ours, whatever the document, and 1.2 times the round trip of a constant',
    limits: '',
  },
  {
    number: '11',
    title: 'A weak secret among 100,000 words: as fast as jwt_tool’s loop, twice as fast as jwt-cracker',
    limits: 'A process start and the reading of the list are in it; so is one worker’s.',
  },
  {
    number: '12',
    title: 'Activation: 2.5 times an empty extension, 1.2 times references-view, 50 KB',
    limits: '',
  },
  {
    number: '13',
    title: 'The inspector: paints 1.5 times as late as a blank panel, and never holds up the window',
    limits: '',
  },
];
