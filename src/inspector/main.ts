import { ChannelError, openChannel, type Channel } from '../protocol/channel';
import { hostRequests, inspectorEvents, type HostRequests, type Place } from '../protocol/messages';
import { Announcer } from './announcer';
import { startClock } from './clock';
import { say, type Actions } from './context';
import './inspector.css';
import { labels } from './labels';
import { Page } from './page';
import {
  atMoment,
  initialState,
  withContent,
  withDisclosures,
  withExpected,
  withNothing,
  withReport,
  withSearch,
  withSurroundings,
  withToken,
} from './state';
import type { PageState } from './state';

/** What VS Code puts into a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  setState(state: { readonly uri: string; readonly offset: number } | undefined): void;
};

type HostChannel = Channel<HostRequests, Record<string, never>>;

const host = acquireVsCodeApi();
const root = document.getElementById('inspector');
if (root) open(root);

/** Opens the conversation, mounts the page, and says that it is there. */
function open(root: HTMLElement): void {
  const announcer = new Announcer(document.body);
  let state: PageState = initialState;
  const become = (next: PageState): void => {
    if (next === state) return;
    state = next;
    page.paint(state);
  };
  const now = (): number => Date.now() / 1000;
  const channel: HostChannel = openChannel({
    port: {
      post: (message) => host.postMessage(message),
      subscribe: (listener) => {
        const hear = (event: MessageEvent<unknown>): void => listener(event.data);
        addEventListener('message', hear);
        return () => removeEventListener('message', hear);
      },
    },
    requests: {},
    answers: {},
    events: inspectorEvents,
    listeners: {
      showToken: (event) => {
        remember(event.place);
        become(withToken(state, event, now()));
      },
      showReport: (event) => become(withReport(state, event)),
      showExpected: (event) => become(withExpected(state, event)),
      showDisclosures: (event) => become(withDisclosures(state, event)),
      showContent: (event) => become(withContent(state, event)),
      showSearch: (event) => become(withSearch(state, event)),
      showNothing: (event) => become(withNothing(state, event)),
    },
    asks: hostRequests,
    onError: (error) => console.error(error),
  });
  const actions = actionsOver(channel, () => state.shown.revision, trouble);
  const page = new Page(root, announcer, actions);
  startClock(root, {
    now,
    words: () => page.context?.words,
    onTick: (moment) => {
      const later = atMoment(state, moment);
      if (later !== state) void actions.verify('same');
      become(later);
      page.tick(moment);
    },
  });
  void channel
    .request('ready', {})
    .then((surroundings) => become(withSurroundings(state, surroundings)), trouble);

  function trouble(error: unknown): void {
    const code = error instanceof ChannelError ? error.code : undefined;
    // The token was edited meanwhile, or the panel is going: nothing to tell.
    if (code === 'stale' || code === 'closed' || !page.context) return;
    announcer.trouble(say(page.context, labels.notDone));
  }
}

/** Requests about the token that is on the page when they are made. */
function actionsOver(
  channel: HostChannel,
  revisionNow: () => number,
  trouble: (error: unknown) => void,
): Actions {
  const done = (request: Promise<unknown>): Promise<boolean> =>
    request.then(
      () => true,
      (error: unknown) => {
        trouble(error);
        return false;
      },
    );
  const answered = <T>(request: Promise<T>): Promise<T | undefined> =>
    request.catch((error: unknown) => {
      trouble(error);
      return undefined;
    });
  const about = (): { revision: number } => ({ revision: revisionNow() });
  const at = (index: number | undefined): { index?: number } => (index === undefined ? {} : { index });
  return {
    copy: (what, index) => done(channel.request('copy', { ...about(), what, ...at(index) })),
    verify: (keys) => done(channel.request('verify', { ...about(), keys })),
    pickKey: () => done(channel.request('pickKey', about())),
    addKey: () => done(channel.request('addKey', {})),
    editProfiles: () => done(channel.request('editProfiles', {})),
    useProfile: (issuer) =>
      done(channel.request('useProfile', { ...about(), ...(issuer === undefined ? {} : { issuer }) })),
    setExpected: (expected) =>
      done(channel.request('setExpected', { ...about(), ...(expected ? { expected } : {}) })),
    saveProfile: () => done(channel.request('saveProfile', about())),
    manageTrust: () => done(channel.request('manageTrust', {})),
    reveal: (index) => done(channel.request('reveal', { ...about(), ...at(index) })),
    openInner: (from, index) => done(channel.request('openInner', { ...about(), from, ...at(index) })),
    goBack: (index) => done(channel.request('goBack', { ...about(), index })),
    askBackends: () => answered(channel.request('askBackends', about())),
    askRecipient: (index) => answered(channel.request('askRecipient', { ...about(), index })),
    setPinned: (isPinned) => done(channel.request('setPinned', { isPinned })),
    applyFix: () => done(channel.request('applyFix', about())),
    useTool: (tool) => done(channel.request('useTool', { ...about(), tool })),
  };
}

/** What VS Code may keep over a restart: where the token was. Tokens are credentials and are not kept. */
function remember(place: Place | undefined): void {
  host.setState(place && { uri: place.uri, offset: place.offset });
}
