import { writeCompactNode } from '../encoding/writeJson';
import type { SdJwtReport } from '../sdJwt/sdJwtReport';
import { boundedJson } from './boundedJson';
import { visibleJson } from './escape';
import { sdJwtProblems } from './sdJwtText';
import { shorten } from './shorten';
import { blockSection, longestJson, section } from './textSection';
import { textWording } from './textWording';
import { word, type Words } from './wording';

/** What the disclosures of an SD-JWT make of its payload. */
export type ShownDisclosures = SdJwtReport;

/** Longest value of one disclosure, in UTF-16 units. */
const longestValue = 2000;

/** Each disclosure, how many claims are kept back, and the payload with what was disclosed. */
export function disclosureSections(report: ShownDisclosures, { translate }: Words): readonly string[] {
  const lines = report.disclosures.map(({ content, segment }) =>
    content
      ? `${content.name ?? word(translate, textWording.element)}: ${shorten(visibleJson(writeCompactNode(content.value)), longestValue)}`
      : shorten(segment.text, longestValue),
  );
  const { undisclosedCount: count } = report;
  return [
    ...section(word(translate, textWording.disclosures), [
      ...lines,
      ...(count > 0 ? [word(translate, textWording.undisclosed, { count })] : []),
      ...sdJwtProblems(report, translate),
    ]),
    ...(report.payload
      ? blockSection(
          word(translate, textWording.disclosedPayload),
          visibleJson(boundedJson(report.payload, longestJson)),
        )
      : []),
  ];
}
