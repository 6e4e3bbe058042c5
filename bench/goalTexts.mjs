/** What each goal is about, and what limits us there: the words of docs/performance.md. */
export const goalTexts = [
  {
    number: '1',
    title: 'Sparse tokens in a text in memory: at least 3 times as fast as ripgrep, and none missed',
    limits:
      'Each form of a token has an anchor of its own, so a piece of text is walked through five times, each time for whichever of the anchor’s letters is rare there. On top of that come a microsecond and a half for each token (the last row of what is told besides): the letters of its segments must be looked at one by one, which the engine’s regular expressions do at about 1.2 ns and our own loops at 3. Three times ripgrep would leave half a microsecond. A copy of the text for WebAssembly to search would cost as much as two or three of the walks by itself.',
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
      'The shorter texts are ten different ones, so that neither length comes from the processor’s cache: with one of them, gone through ten times, texts passed over at the speed of memory seem to grow 13 to 17-fold. JSON and dense texts have no peer: ripgrep does not read JSON, and counts a dense text as one match.',
  },
  {
    number: '6',
    title: 'An edit in a large document: a hundredth of one getText()',
    limits:
      'The index looks at the lines an edit touched and moves the places behind it, one addition for each token. Both figures are taken inside VS Code’s own event, with listeners before and behind ours, and contain what VS Code does when a line is first asked for after an edit. As it ships, documents over 5 million characters are left alone by everything but hovers and commands; that edit stands among what is told besides.',
  },
  {
    number: '7',
    title: 'The first scan of an opened document: about one getText(), in slices',
    limits:
      'Of a scan of 10 MB in Node, about 4.5 ms are the joining of lines to blocks, 6 the search (3.7 where the text is one), 1.3 the counting of lines and 0.3 the look for JSON; one `getText()` of the same lines is 10 ms and more. So the goal hangs on how much memory there is to be had at once: with other work beside it, ratios of 0.4 and of 2.6 came in one and the same run.',
  },
  {
    number: '8',
    title: 'A workspace of 20,000 files: no slower than ripgrep; one large file: twice as fast as rg -j1',
    limits:
      'What comes on top of the ripgrep that is asked which files may hold a token is VS Code’s own list of the files: `findFiles` alone takes 0.4 to 1 s for 20,000, two to four times as long as ripgrep needs to read them all, for every name goes through VS Code’s window. Reading the 400 files that were named took 2 to 5 s more through `workspace.fs`, 5 ms each; since they are read directly, little is left of that. Where VS Code has no ripgrep every file goes the long way. The large file is read and decoded before it is searched, in memory that has to be had first, which is most of its time; in the extension files over 20 MB are left out of a search.',
  },
  {
    number: '9',
    title: 'The first verification in a running process: half of jose’s time',
    limits:
      'Half of jose’s time is less than bare WebCrypto takes here. Of ours, about 5 ms are Node’s WebCrypto, as for jose, and 7 the loading of 75 KB. The rest has no centre: some hundred functions that keep the place of everything in a token, rank keys, check claims and tell problems run for the first time, and the engine compiles each when it is called, for 0.05 to 0.1 ms. A second verification takes 5 to 7 ms in all.',
  },
  {
    number: '10',
    title: 'Hovers: at most 5 ms of ours, whatever the document, and 1.2 times the round trip of a constant',
    limits:
      'CPU profile of 200 hovers in a log with a verified token in each KB: 2.2 ms of work each on a machine with a load of 14, 1.5 of them in looking for constants near the token that are named like secrets (before, its pattern tried each letter of a word for its begin; since it tries words only, such a document’s hover went from 9.3 to 4.7 ms on that machine), 0.6 in WebCrypto, 0.7 in reading settings, of which VS Code wants to be asked one by one. The rest of our own time is waiting: the signature is checked on a thread of Node’s pool, which on two busy cores waits for its turn. A round trip of a constant is what VS Code itself takes.',
  },
  {
    number: '11',
    title: 'A weak secret among 100,000 words: as fast as jwt_tool’s loop, twice as fast as jwt-cracker',
    limits: 'A process start and the reading of the list are in it; so is one worker’s.',
  },
  {
    number: '12',
    title: 'Activation: 2.5 times an empty extension, 1.2 times references-view, 50 KB',
    limits:
      'An empty extension’s time is VS Code’s alone: telling the window, making the API, reading the manifest’s file. On top of it come resolving and compiling one file and some twenty registrations. The surfaces (23 files with what they share) are loaded 300 ms later, or with the first of their commands: within the activation they made it twice as long. They could be one file, as the start is.',
  },
  {
    number: '13',
    title: 'The inspector: paints 1.5 times as late as a blank panel, and never holds up the window',
    limits:
      'CPU profile of the page at a token of a megabyte, on a machine with a load of 8: one long claim takes 86 ms (50 to read the token, 34 to paint it, 15 of those the layout of a scroll), a list of 15,000 objects 190 to 240 (113 to read it with the place of every name and value, a third of it garbage collection; 32 to write the claim’s text; 53 to paint). Everything happens in the one message that brings the token; reading and painting in two tasks would halve the longest. After `ready` come two messages of the host, of which the second brings the token.',
  },
];
