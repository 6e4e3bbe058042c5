import type { Inspection } from '../../core/inspect/inspection';
import type { Tool } from '../../protocol/messages';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import type { IconName } from '../icons';
import { toolbarLabels, toolLabels } from '../toolLabels';
import { button } from '../parts/button';

const icons: Readonly<Record<Tool, IconName>> = {
  edit: 'edit',
  extend: 'pending',
  encode: 'key',
  showText: 'text',
  compare: 'compare',
};

/** What can be done with a token of each form: what has several signatures or disclosures is not signed anew as a whole. */
function toolsFor({ form, serialization, times }: Inspection): readonly Tool[] {
  if (form === 'malformed' || form === 'encrypted') return ['showText', 'compare'];
  const hasOneSignature = form !== 'sd-jwt' && serialization !== 'general';
  const hasEnd = times.some(({ claim }) => claim === 'exp');
  return [
    ...(hasOneSignature ? (['edit'] as const) : []),
    ...(hasOneSignature && hasEnd ? (['extend'] as const) : []),
    'encode',
    'showText',
    'compare',
  ];
}

/** What can be made of the token where it stands. */
export function toolbar(context: PageContext, inspection: Inspection): HTMLElement {
  return element(
    'div',
    { class: 'page-buttons tools', role: 'group', 'aria-label': say(context, toolbarLabels.tools) },
    toolsFor(inspection).map((tool) =>
      button({
        key: `tool ${tool}`,
        icon: icons[tool],
        label: say(context, toolLabels[tool].label),
        hint: say(context, toolLabels[tool].hint),
        onPress: () => void context.actions.useTool(tool),
      }),
    ),
  );
}
