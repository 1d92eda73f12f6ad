import { type SendForm, sendOn } from './send-on.js';

/** Sends a report that came as a plain form to the API. */
export const sendReport: SendForm = async (apiUrl, { url, body, ip }) => {
  const { searchParams: asked } = new URL(url, 'http://here');
  const typed = new URLSearchParams(String(body));
  const field = (name: string): string => (typed.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const values = { rule: field('rule'), words: field('words'), contact: field('contact') };
  const commentId = asked.get('comment');
  const report = {
    proposalNumber: Number(asked.get('proposal')),
    ...(commentId && { commentId }),
    rule: values.rule,
    ...(values.words && { words: values.words }),
    ...(values.contact && { contact: values.contact }),
  };
  return { values, ...(await sendOn(`${apiUrl}/api/moderation/reports`, ip, report)) };
};
