"""Bytes and JSON in the one form the protocol gives them: RFC 8785 for JSON, base64url without padding."""

import base64
import json
import re
from datetime import datetime

MOST_SAFE = 2**53 - 1


class Malformed(Exception):
    """A value does not have its one form."""


def canonical(value):
    """RFC 8785. Numbers here are whole; a fraction is written as Python writes it, which is ECMAScript's way too
    as long as it has no exponent."""
    if isinstance(value, bool) or value is None or isinstance(value, int):
        return json.dumps(value)
    if isinstance(value, float):
        text = repr(value)
        if "e" in text or "n" in text or text.endswith(".0"):
            raise Malformed("number")
        return text
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(entry) for entry in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"


def unbase64url(text, length=None):
    if not isinstance(text, str) or not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        raise Malformed("base64url")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64url(data) != text or (length is not None and len(data) != length):
        raise Malformed("base64url")
    return data


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


# Shapes: each takes a value and returns it, or raises Malformed.


def fields(**shapes):
    """An object with exactly these members."""

    def check(value):
        if not isinstance(value, dict) or set(value) != set(shapes):
            raise Malformed("members")
        for name, shape in shapes.items():
            shape(value[name])
        return value

    return check


def some_fields(**shapes):
    """An object with any of these members and no other."""

    def check(value):
        if not isinstance(value, dict) or not set(value) <= set(shapes):
            raise Malformed("members")
        for name in value:
            shapes[name](value[name])
        return value

    return check


def list_of(shape, most=1_000_000):
    def check(value):
        if not isinstance(value, list) or len(value) > most:
            raise Malformed("list")
        for entry in value:
            shape(entry)
        return value

    return check


def whole(least=0, most=MOST_SAFE):
    def check(value):
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise Malformed("number")
        return value

    return check


def like(pattern):
    compiled = re.compile(pattern)

    def check(value):
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise Malformed("text")
        return value

    return check


def one_of(*allowed):
    def check(value):
        if isinstance(value, bool) or value not in allowed:
            raise Malformed("value")
        return value

    return check


def or_none(shape):
    return lambda value: None if value is None else shape(value)


def bytes_of(length):
    return lambda value: unbase64url(value, length) and value


def line(most):
    """One printable line, its length in UTF-16 units."""
    printable = like(r"[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]*")

    def check(value):
        if len(printable(value).encode("utf-16-le")) > 2 * most:
            raise Malformed("text")
        return value

    return check


def moment(value):
    text = like(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?Z")(value)
    try:
        return datetime.fromisoformat(text[:-1] + "+00:00")
    except ValueError:
        raise Malformed("moment") from None


slug = like(r"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")
sha256_hex = like(r"[0-9a-f]{64}")
