import { base64, fromBase64 } from '../bytes/base64.js';
import { concat, hex, sameBytes, utf8, type Bytes } from '../bytes/bytes.js';
import { FormatInvalid, LogEvidenceInvalid } from '../errors.js';
import { sha256 } from '../formats/sha256.js';
import { verifyEd25519, type Signer } from './ed25519.js';

/** Type byte of Ed25519 in note keys. */
const ED25519 = Uint8Array.of(1);

/**
 * First four bytes of SHA-256(name, newline, 0x01, key).
 * Source: C2SP signed-note (c2sp.org/signed-note).
 */
function keyIdOf(name: string, publicKey: Uint8Array): Bytes {
  return sha256(concat(utf8(`${name}\n`), ED25519, publicKey)).slice(0, 4);
}

/** The key as witnesses and `note` tools take it: name+id+base64(0x01 || key). */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  return `${name}+${hex(keyIdOf(name, publicKey))}+${base64(concat(ED25519, publicKey))}`;
}

/** @param text ends in a newline and has no empty line */
export async function signNote(text: string, name: string, key: Signer): Promise<string> {
  const signature = concat(keyIdOf(name, key.publicKey), await key.sign(utf8(text)));
  return noteOf(text, name, signature);
}

/**
 * Opens a note that carries exactly one signature, by this name and key.
 *
 * @returns its text
 * @throws FormatInvalid | LogEvidenceInvalid
 */
export async function openNote(note: string, name: string, publicKey: Uint8Array): Promise<string> {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const signed = note.slice(end + 2);
  const mark = `— ${name} `;
  if (end < 0 || !signed.startsWith(mark)) throw new FormatInvalid('note');
  const signature = fromBase64(signed.slice(mark.length).replace(/\n$/, ''), 'note');
  if (signature.length !== 68 || noteOf(text, name, signature) !== note) throw new FormatInvalid('note');
  const isSigned =
    sameBytes(signature.subarray(0, 4), keyIdOf(name, publicKey)) &&
    (await verifyEd25519(publicKey, utf8(text), signature.slice(4)));
  if (!isSigned) throw new LogEvidenceInvalid('checkpoint');
  return text;
}

const noteOf = (text: string, name: string, signature: Uint8Array): string =>
  `${text}\n— ${name} ${base64(signature)}\n`;
