import { drawing } from './dom';

/** Line drawings on a field of 16 by 16, in the colour of the text around them. Words stand beside each: they are hidden from screen readers. */
const paths = {
  passed: ['M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0z', 'M5 8.2l2.1 2.1L11 6.2'],
  failed: ['M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0z', 'M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6'],
  warning: ['M8 1.8L15 14.2H1z', 'M8 6.2v4', 'M8 12v.4'],
  information: ['M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0z', 'M8 7.2v4', 'M8 4.9v.4'],
  unknown: [
    'M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0z',
    'M6.2 6.3a1.9 1.9 0 1 1 2.8 1.8c-.7.4-1 .8-1 1.5',
    'M8 11.4v.4',
  ],
  pending: ['M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0z', 'M8 4.4V8l2.4 1.6'],
  copy: ['M5.5 5.5h8v9h-8z', 'M3.5 10.5h-1v-9h8v2'],
  copied: ['M2.5 8.5l3.6 3.6L13.5 4.5'],
  key: ['M9.5 6.5a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0z', 'M8.6 8.9l5.4 5.4M12 12.3l1.6-1.6', 'M5.2 6.5h.4'],
  edit: ['M2 14l.8-3.2L11 2.6l2.4 2.4l-8.2 8.2z', 'M9.6 4l2.4 2.4'],
  bulb: ['M5.7 11.3a4.3 4.3 0 1 1 4.6 0v1.2H5.7z', 'M6.4 14.6h3.2'],
  shield: [
    'M8 1.6l5.3 1.9v4.1c0 3.2-2.2 5.6-5.3 6.8c-3.1-1.2-5.3-3.6-5.3-6.8V3.5z',
    'M8 5v3.6',
    'M8 10.8v.4',
  ],
  next: ['M2.5 8h10.5', 'M9.3 4.3L13 8l-3.7 3.7'],
  wrench: [
    'M13.9 4.3l-2.2 2.2l-2.2-2.2l2.2-2.2a3.6 3.6 0 0 0-4.6 4.6L2 11.8l2.2 2.2l5.1-5.1a3.6 3.6 0 0 0 4.6-4.6z',
  ],
  pin: ['M5.2 2h5.6', 'M6.2 2v4.4L4 9v1.2h8V9L9.8 6.4V2', 'M8 10.2v4'],
  text: ['M2.5 3.5h11', 'M2.5 6.5h11', 'M2.5 9.5h11', 'M2.5 12.5h6'],
  compare: ['M2 2.5h5v11H2z', 'M9 2.5h5v11H9z', 'M4 6h1M4 8.5h1M11 6h1M11 8.5h1'],
  place: ['M9.5 2.5h4v4', 'M13.5 2.5L7.5 8.5', 'M7 3.5H2.5v10h10V9'],
} as const;

export type IconName = keyof typeof paths;

/** An icon, coloured by its class `icon-NAME`. */
export function icon(name: IconName): SVGElement {
  const strokes = paths[name].map((d) => drawing('path', { d }));
  return drawing(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    ...strokes,
  );
}
