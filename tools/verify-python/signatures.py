"""RSA-PSS passes, Ed25519 ballots and signed notes, all in plain Python."""

import base64
import hashlib
import os
import re
from collections import deque
from concurrent.futures import ProcessPoolExecutor

import ed25519

PASS_BYTES = 384
SALT_BYTES = 48
EXPONENT = 65537
# All that DER allows around the modulus of an RSA key of 3072 bits with that exponent (SubjectPublicKeyInfo).
SPKI_HEAD = bytes.fromhex("308201a2300d06092a864886f70d01010105000382018f003082018a0282018100")
SPKI_TAIL = bytes.fromhex("0203010001")
BATCH = 250


def modulus_of(spki):
    """The modulus of a DER SubjectPublicKeyInfo, or None when it is no RSA-3072 key with exponent 65537."""
    modulus = int.from_bytes(spki[len(SPKI_HEAD) : -len(SPKI_TAIL)], "big")
    if modulus.bit_length() != 3072 or modulus % 2 == 0:
        return None
    return modulus if spki == SPKI_HEAD + modulus.to_bytes(PASS_BYTES, "big") + SPKI_TAIL else None


class Checks:
    """Checks signatures in batches; when there is more than one, on every processor at once."""

    def __init__(self, refuse):
        """refuse(*named) is called for each check that does not hold."""
        self._refuse = refuse
        self._batch = []
        self._pool = None
        self._under_way = deque()

    def add(self, named, holds, *args):
        """Asks holds(*args), a function of this module's or another's own level."""
        self._batch.append((named, holds, args))
        if len(self._batch) < BATCH:
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor()
        answers = self._pool.submit(_answers, [(holds, args) for _, holds, args in self._batch])
        self._under_way.append(([named for named, _, _ in self._batch], answers))
        self._batch = []
        # Reads no further ahead than keeps everybody busy, so that memory stays small.
        if len(self._under_way) > 8 * (os.cpu_count() or 1):
            self._take_oldest()

    def finish(self):
        while self._under_way:
            self._take_oldest()
        if self._pool is not None:
            self._pool.shutdown()
        self._compare([named for named, _, _ in self._batch], _answers([check[1:] for check in self._batch]))

    def _take_oldest(self):
        names, answers = self._under_way.popleft()
        self._compare(names, answers.result())

    def _compare(self, names, answers):
        for named, answer in zip(names, answers):
            if not answer:
                self._refuse(*named)


def _answers(checks):
    return [holds(*args) for holds, args in checks]


def pss_holds(modulus, message, signature):
    """RSASSA-PSS with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes, modulus of 3072 bits (RFC 8017, 8.1.2)."""
    if len(signature) != PASS_BYTES or int.from_bytes(signature, "big") >= modulus:
        return False
    encoded = pow(int.from_bytes(signature, "big"), EXPONENT, modulus).to_bytes(PASS_BYTES, "big")
    masked, digest, end = encoded[: -48 - 1], encoded[-48 - 1 : -1], encoded[-1]
    if end != 0xBC or masked[0] & 0x80:
        return False
    mask = b"".join(hashlib.sha384(digest + counter.to_bytes(4, "big")).digest() for counter in range(7))
    mask = mask[: len(masked)]
    block = (int.from_bytes(masked, "big") ^ int.from_bytes(mask, "big")).to_bytes(len(masked), "big")
    block = bytes([block[0] & 0x7F]) + block[1:]
    padding, salt = block[:-SALT_BYTES], block[-SALT_BYTES:]
    if padding != bytes(len(padding) - 1) + b"\x01":
        return False
    return hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest() == digest


def open_checkpoint(note, origin, key):
    """Size and root of a C2SP checkpoint that carries one signature, by this name and key; None otherwise."""
    pattern = r"(%s\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]{44})\n)\n\u2014 %s ([A-Za-z0-9+/=]{92})\n"
    found = re.fullmatch(pattern % (re.escape(origin), re.escape(origin)), note)
    if not found:
        return None
    root, signed = (base64.b64decode(found[part]) for part in (3, 4))
    if [base64.b64encode(root).decode(), base64.b64encode(signed).decode()] != [found[3], found[4]]:
        return None
    key_id = hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]
    if len(root) != 32 or len(signed) != 68 or signed[:4] != key_id:
        return None
    if not ed25519.holds(key, found[1].encode(), signed[4:]):
        return None
    return int(found[2]), root
