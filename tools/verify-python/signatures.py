"""RSA-PSS in plain Python, Ed25519 by the `openssl` command (OpenSSL 3 or newer), and signed notes."""

import base64
import hashlib
import os
import re
import subprocess
import tempfile

ED25519_SPKI = bytes.fromhex("302a300506032b6570032100")
PASS_BYTES = 384
SALT_BYTES = 48


class Openssl:
    """Runs `openssl` on files in a folder of its own."""

    def __init__(self):
        version = subprocess.run(["openssl", "version"], capture_output=True, text=True, check=True).stdout
        found = re.match(r"OpenSSL ([0-9]+)\.", version)
        if not found or int(found[1]) < 3:
            raise RuntimeError(f"OpenSSL 3 or newer is needed, this is {version.strip()}")

    def ed25519_holds(self, key, message, signature):
        if len(key) != 32 or len(signature) != 64:
            return False
        with tempfile.TemporaryDirectory(prefix="verify-") as folder:
            paths = {}
            for name, data in (("key", ED25519_SPKI + key), ("message", message), ("signature", signature)):
                paths[name] = os.path.join(folder, name)
                with open(paths[name], "wb") as file:
                    file.write(data)
            run = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths["key"],
                 "-rawin", "-in", paths["message"], "-sigfile", paths["signature"]],
                capture_output=True,
            )  # fmt: skip
            return run.returncode == 0

    def rsa_key(self, spki):
        """Modulus and exponent of a DER SubjectPublicKeyInfo, or None when it is no RSA key."""
        run = subprocess.run(
            ["openssl", "pkey", "-pubin", "-inform", "DER", "-noout", "-text"], input=spki, capture_output=True
        )
        text = run.stdout.decode("ascii", "replace")
        modulus = re.search(r"Modulus:\s*([0-9a-f:\s]+?)\s*Exponent: ([0-9]+)", text)
        if run.returncode != 0 or not modulus:
            return None
        return int(re.sub(r"[:\s]", "", modulus[1]), 16), int(modulus[2])


def pss_holds(modulus, exponent, message, signature):
    """RSASSA-PSS with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes, modulus of 3072 bits (RFC 8017, 8.1.2)."""
    if len(signature) != PASS_BYTES or int.from_bytes(signature, "big") >= modulus:
        return False
    encoded = pow(int.from_bytes(signature, "big"), exponent, modulus).to_bytes(PASS_BYTES, "big")
    masked, digest, end = encoded[: -48 - 1], encoded[-48 - 1 : -1], encoded[-1]
    if end != 0xBC or masked[0] & 0x80:
        return False
    mask = b"".join(hashlib.sha384(digest + counter.to_bytes(4, "big")).digest() for counter in range(7))
    block = bytes(a ^ b for a, b in zip(masked, mask))
    block = bytes([block[0] & 0x7F]) + block[1:]
    padding, salt = block[:-SALT_BYTES], block[-SALT_BYTES:]
    if padding != bytes(len(padding) - 1) + b"\x01":
        return False
    return hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest() == digest


def open_checkpoint(note, origin, key, openssl):
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
    if not openssl.ed25519_holds(key, found[1].encode(), signed[4:]):
        return None
    return int(found[2]), root
