import { type SendForm, sendOn } from './send-on.js';

/** Stops somebody's mails, when the button of the page was pressed without JavaScript. */
export const sendStop: SendForm = async (apiUrl, { url, ip }) => {
  const token = new URL(url, 'http://here').searchParams.get('token') ?? '';
  const address = `${apiUrl}/api/notices/unsubscribe?token=${encodeURIComponent(token)}`;
  return { values: {}, ...(await sendOn(address, ip)) };
};
